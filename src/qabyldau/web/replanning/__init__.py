"""Pages of replanning: what waits, an official who cannot receive, restrictive measures."""
