"""The norms: one file per concern, one small frozen class per rule; numbers come from an edition."""
