"""What an applicant reads: letters and papers in both languages."""
