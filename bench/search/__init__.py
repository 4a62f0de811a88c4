"""What the browser's search finds, loads and takes, beside Pagefind over the same pages."""
