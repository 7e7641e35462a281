// MiniSearch as its documentation recommends for English text: stems and no stop words, by processTerm; what a list shows is stored.
import { stemmer } from "stemmer";

const stop = new Set(("a about above after again all also am an and any are as at be because been before being below between both but by can could did do does doing down " +
  "during each few for from further had has have having he her here him his how i if in into is it its just me more most my no nor not of off on once only or other our out " +
  "over own said same she should so some such than that the their them then there these they this those through to too under until up very was we were what when where " +
  "which while who whom why will with would you your").split(" "));

export const options = {
  fields: ["title", "body"],
  storeFields: ["title", "date", "places"],
  processTerm: (term) => {
    const lower = term.toLowerCase();
    return stop.has(lower) ? null : stemmer(lower);
  },
};
