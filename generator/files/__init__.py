"""What a stranger's file is made of, read within bounds: zips, their XML, the sheets of a workbook.

Imports take tables from such files, `attachments` looks into them before they are published.
"""
