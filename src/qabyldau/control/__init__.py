"""Поручения: what officials ordered, who does it and by when, until the applicant is answered (п. 32–35)."""
