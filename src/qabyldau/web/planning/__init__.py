"""The schedule of a month: grid, series, places, approval, what was posted, and its rehearsal."""
