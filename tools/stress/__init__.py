"""Long proofs of what must not be lost: too slow for every change, run on purpose."""
