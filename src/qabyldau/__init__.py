"""Qabyldau («Қабылдау»): personal receptions of an akim's office, from the first call to the answer."""
