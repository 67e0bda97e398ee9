"""Signatures by the state's key: kept beside what they are about, provable at any later day."""
