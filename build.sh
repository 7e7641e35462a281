#!/usr/bin/env bash
# Dateline's one entry: it calls Go and, for the tests, the package managers. `./build.sh` alone tells what there is.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
corpus_name='Biden–Putin talks, 2021'
tools_mod=$root/.tools/go.mod
# The packages that run in the browser; the others are for the command line only.
wasm_packages=(./corpus/... ./app ./app/browser ./app/delivery ./app/embedded ./app/importer/... ./app/library ./app/state ./app/ui ./app/worker)
# Of these, the ones whose tests need no page and run under node.
node_packages=(./corpus/... ./app/state)

usage() {
	cat <<'EOF'
usage: ./build.sh COMMAND …

  serve [--corpus DIR|FILE] [--port N]     build the explorer and serve it at http://localhost:8080
  site  [--corpus DIR|FILE] --out DIR      write the explorer as a static site into DIR
  index                                    make app/embedded/default.corpus from corpus/documents
  wasm                                     build the browser's programs alone, into .cache/wasm
  bench [--docs N] [--engines A,B]         measure the explorer beside other engines, .cache/bench/report.md
  eval [--dev] [--only WORD] [--peers .tools/peers]  measure how well actors, dates and statements are found
  train                                    make the tagger's model anew; both read ../shared/data
  test                                     install what the tests need, run all of them, print a summary

Without --corpus it is the default corpus, the documents in corpus/documents.
EOF
}

die() {
	printf 'build.sh: %s\n' "$*" >&2
	exit 1
}

# dateline runs the command line where the caller stands, so that paths mean what they say there.
dateline() {
	go build -C "$root" -o .cache/dateline ./app
	"$root/.cache/dateline" "$@"
}

# programs builds app.wasm and import.wasm, where their source is.
programs() {
	(cd "$root" && dateline wasm -o .cache/wasm)
}

need_go() {
	command -v go >/dev/null ||
		die 'Go is missing: install Go 1.26 or newer from https://go.dev/dl/ and put its bin folder on the PATH'
}

# apt_missing prints the Debian packages that the tests need and that are not there.
apt_missing() {
	command -v chromium >/dev/null || printf '%s\n' chromium fonts-liberation
	command -v shellcheck >/dev/null || echo shellcheck
	command -v node >/dev/null || echo nodejs
	command -v npm >/dev/null || echo npm # fetches axe-core for the browser tests, into .cache
}

prepare_tests() {
	local missing major
	mapfile -t missing < <(apt_missing)
	if ((${#missing[@]} > 0)); then
		if ((EUID != 0)) || ! command -v apt-get >/dev/null; then
			die "the tests need programs that are not here. As root: apt-get update && apt-get install --no-install-recommends ${missing[*]}"
		fi
		printf 'Installing %s\n' "${missing[*]}"
		export DEBIAN_FRONTEND=noninteractive
		apt-get -qq update || die 'apt-get update failed: see above'
		apt-get -qq install --yes --no-install-recommends "${missing[@]}" >/dev/null ||
			die "apt-get could not install ${missing[*]}: see above"
	fi
	major=$(node --version | sed 's/^v//; s/\..*//')
	((major >= 18)) || die "node is version $major, the WebAssembly tests need 18 or newer: apt-get install nodejs, or see https://nodejs.org"
}

tool() { go tool -modfile="$tools_mod" "$@"; }

# The steps of the tests. Each is a function that returns 0 or not; set -e does not hold inside them.
vet_native() { go vet ./...; }
vet_wasm() { GOOS=js GOARCH=wasm go vet "${wasm_packages[@]}"; }
staticcheck_native() { tool staticcheck ./...; }
staticcheck_wasm() {
	local bin # the tool itself has to be a native program
	bin=$(tool -n staticcheck) || return
	GOOS=js GOARCH=wasm "$bin" "${wasm_packages[@]}"
}
gofumpt_check() {
	local bad
	bad=$(tool gofumpt -l .) || return
	[[ -z $bad ]] || {
		printf 'not in the form of gofumpt (go tool -modfile=.tools/go.mod gofumpt -w FILE mends it):\n%s\n' "$bad"
		return 1
	}
}
shellcheck_scripts() { shellcheck build.sh .ci/run; }
tests_native() {
	local packages # all but the browser tests, which are a step of their own
	packages=$(go list ./...) || return
	mapfile -t packages < <(grep -v '/app/e2e$' <<<"$packages")
	go test "${packages[@]}"
}
tests_wasm() {
	GOOS=js GOARCH=wasm go test -exec "$(go env GOROOT)/lib/wasm/go_js_wasm_exec" "${node_packages[@]}"
}
tests_browser() { go test -count=1 -timeout 20m ./app/e2e; }

run_tests() {
	local steps=(
		vet_native vet_wasm staticcheck_native staticcheck_wasm gofumpt_check shellcheck_scripts
		tests_native tests_wasm tests_browser
	)
	local step start word lines='' passed=0 failed=0
	cd "$root"
	for step in "${steps[@]}"; do
		printf '\n== %s\n' "${step//_/ }"
		start=$SECONDS
		if ("$step"); then
			word=PASS
			passed=$((passed + 1))
		else
			word=FAIL
			failed=$((failed + 1))
		fi
		lines+=$(printf '%s  %4d s  %s' "$word" $((SECONDS - start)) "${step//_/ }")$'\n'
	done
	printf '\n== summary\n%s%d passed, %d failed\n' "$lines" "$passed" "$failed"
	((failed == 0))
}

main() {
	local command=${1-}
	shift || true
	case $command in
	serve | site)
		need_go
		programs
		dateline "$command" --wasm "$root/.cache/wasm/app.wasm" "$@"
		;;
	wasm)
		need_go
		programs
		;;
	index)
		need_go
		dateline index "$root/corpus/documents" -o "$root/app/embedded/default.corpus" --name "$corpus_name" "$@"
		;;
	bench)
		need_go
		prepare_tests
		(cd "$root" && go run ./app/bench "$@")
		;;
	eval)
		need_go
		dateline eval --data "$root/../shared/data" "$@"
		;;
	train)
		need_go
		(cd "$root" && go run ./corpus/actor/train "$@")
		;;
	test)
		need_go
		prepare_tests
		run_tests
		;;
	'' | help | -h | --help) usage ;;
	*)
		usage >&2
		die "there is no command '$command'"
		;;
	esac
}

main "$@"
