"""Days of reception: plan, publish, list, hours, and the day itself."""
