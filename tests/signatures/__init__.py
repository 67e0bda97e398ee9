"""Signatures: whom they are believed, what they are about, who signs in by them."""
