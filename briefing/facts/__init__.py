"""Numbers and dates as Chinese and English pages write them, read by tables of cases."""
