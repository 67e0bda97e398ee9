"""The applicant's way to a reception by video: devices tried, waiting, entering, the telephone instead."""
