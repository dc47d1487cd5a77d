"""Counts what holds and what does not, and ends a check as tests/run wants it."""


class Tally:
    MOST = 12  # failures that are shown; the rest is counted

    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def check(self, good, words, detail=""):
        """Counts; says WORDS, and DETAIL behind them, where it is not GOOD. Gives GOOD."""
        if good:
            self.passed += 1
            return True
        self.failed += 1
        if self.failed <= self.MOST:
            print(f"FAILED: {words}" + (f": {detail}" if detail else ""))
        return False

    def equal(self, have, want, words):
        """HAVE is WANT; of lists and dictionaries only the first difference is shown."""
        return self.check(have == want, words, "" if have == want else difference(have, want))

    def close(self):
        """Prints the closing line; gives the exit status."""
        if self.failed > self.MOST:
            print(f"... and {self.failed - self.MOST} more")
        print(f"{self.passed} passed, {self.failed} failed"
              + (f", {self.skipped} skipped" if self.skipped else ""))
        return 1 if self.failed else 0


def difference(have, want):
    if isinstance(have, dict) and isinstance(want, dict):
        for key in list(want) + [key for key in have if key not in want]:
            if have.get(key) != want.get(key):
                return f"{key}: {difference(have.get(key), want.get(key))}"
    if isinstance(have, (list, tuple)) and isinstance(want, (list, tuple)):
        for place, (mine, theirs) in enumerate(zip(have, want)):
            if mine != theirs:
                return f"[{place}]: {difference(mine, theirs)}"
        return f"{len(have)} of them, not {len(want)}: " + ", ".join(
            repr(one) for one in (have[len(want):] or want[len(have):])[:3])
    return f"is {have!r}, not {want!r}"
