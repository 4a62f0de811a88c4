"""Official tables out: the layout of the national form and the files made from it."""
