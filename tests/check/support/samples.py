"""The plans whose outputs are checked for truth, and the settings they are built with."""

# A plan of 14 weeks in which all numbers differ: it starts on a Wednesday, two of its phases
# overlap, two of its weeks are short ones and a day is off, and each phase has hours of its own.
SMALL = ("tests/data/truth/bookbinding.md", "--start", "2026-01-14", "-z", "Europe/Berlin",
         "--hours", "4", "--slots", "Tue 19:00 1h30; Thu 19:15 1h; Sat 10:00 1h30",
         "--off", "2026-02-05", "--period", "2026-03-02..2026-03-15=2", "--compare", "4,6",
         "--today", "2026-02-20")
WATERCOLOUR = ("samples/watercolour-12-weeks.md", "--start", "2026-01-05", "-z", "Europe/Berlin",
               "--today", "2026-01-05")
RUST = ("samples/rust-systems.md", "--start", "2026-01-05", "-z", "Europe/Berlin", "--hours", "5",
        "--today", "2026-03-12")
