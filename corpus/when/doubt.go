package when

import (
	"fmt"

	"dateline/corpus"
)

// earliest is the year before which a publication date is more likely a number that was taken for one: printing is not older.
const earliest = 1500

// Doubt tells why a publication date may not be right, nil if nothing speaks against it: it lies in the future, before there was anything
// to publish, or on another day than the file's name tells. named is the date in the name, undated where there is none or date was taken from it;
// today bounds the future, and undated does not.
func Doubt(date, named, today corpus.Date) error {
	if date == 0 {
		return nil
	}
	switch year, _, _ := date.Parts(); {
	case today != 0 && date.First() > today.Last():
		return fmt.Errorf("its date %s lies in the future: check where it was read from", date)
	case year < earliest:
		return fmt.Errorf("its date %s is before %d: check where it was read from", date, earliest)
	case named != 0 && (named.First() > date.Last() || named.Last() < date.First()):
		return fmt.Errorf("its date %s differs from %s, which its name tells: the first is taken", date, named)
	}
	return nil
}
