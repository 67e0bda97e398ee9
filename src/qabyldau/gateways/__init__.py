"""Adapters: each translates one port into one vendor's words, with a time-out, and lets nothing else out."""
