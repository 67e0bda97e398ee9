"""Reports in the workplace: quarters, rows behind figures, the office beside each paragraph, the lab."""
