"""Makes the fixtures of the job report that is in report.txt, the one of the
user's document, in the other forms that people keep it in:

    pip install openpyxl==3.1.5 xlsxwriter==3.3.1 && python3 make.py
"""

import datetime
from email.message import EmailMessage

import openpyxl
import xlsxwriter

with open("report.txt", encoding="utf-8") as file:
    lines = [line.split("\t") for line in file.read().splitlines()]
head = [row for row in lines if len(row) == 4]
table = [row for row in lines if len(row) == 2]
day = datetime.datetime(2018, 1, 17)

# Shared strings, one of them rich text; the table on the second sheet, not in
# its corner.
book = xlsxwriter.Workbook("shared.xlsx")
book.set_properties({"created": day})
about, report = book.add_worksheet("About"), book.add_worksheet("Report")
for number, row in enumerate(head):
    about.write_row(number, 0, row)
bold = book.add_format({"bold": True})
report.write_row(3, 1, table[0])
for number, (line, message) in enumerate(table[1:], 4):
    report.write_number(number, 1, int(line))
    if number == 4:
        report.write_rich_string(
            number, 2, "Item ", bold, "not found.", " Barcode: TOTO31400")
    else:
        report.write_string(number, 2, message)
book.close()

# Texts in the cells themselves, the numbers too.
book = xlsxwriter.Workbook("inline.xlsx", {"constant_memory": True})
book.set_properties({"created": day})
sheet = book.add_worksheet()
for number, row in enumerate(head + table):
    for column, text in enumerate(row):
        sheet.write_string(number, column, text)
book.close()

# As another program writes it.
book = openpyxl.Workbook()
book.properties.created = book.properties.modified = day
for row in head + table[:1]:
    book.active.append(row)
for line, message in table[1:]:
    book.active.append([int(line), message])
book.save("openpyxl.xlsx")


def rows(rows, cell):
    return "\n".join(
        "<tr>" + "".join(f"<{cell}>{text}</{cell}>" for text in row) + "</tr>"
        for row in rows)


page = f"""<!DOCTYPE html>
<html><head><meta charset="iso-8859-1"><title>Alma</title>
<script>document.write("<table><tr><td>7</td></tr></table>")</script></head>
<body><table class="layout"><tr>
<td><ul><li>Accueil<li>Services aux usagers</ul></td>
<td><h1>Job Report</h1>
<table>
{rows(head, "td")}
</table>
<h2>Report Table</h2>
<table><thead>
<tr><th>Line</th><th>Error&nbsp;Message</th></tr></thead>
<tbody>
{rows(table[1:], "td").replace("not found.", "<b>not&#32;found</b>.")}
</tbody></table>
<p>P&eacute;riode d&#39;interruption</p></td></tr></table></body></html>
"""
with open("report.html", "w", encoding="iso-8859-1") as file:
    file.write(page)

mail = EmailMessage()
mail["From"] = "alma@example.org"
mail["To"] = "bibliotheque@example.org"
mail["Subject"] = "Notification de traitement système"
mail["Date"] = "Wed, 17 Jan 2018 17:33:20 +0100"
mail.set_content(
    "\n".join("\t".join(row) for row in lines), cte="quoted-printable")
with open("text.eml", "wb") as file:
    file.write(mail.as_bytes())
mail.add_alternative(
    page, subtype="html", charset="iso-8859-1", cte="base64")
mail.set_boundary("=_1")
with open("page.eml", "wb") as file:
    file.write(mail.as_bytes())

mail = EmailMessage()
mail["From"] = "bibliotheque@example.org"
mail["Subject"] = "Rapport"
mail.set_content("Voir la pièce jointe.")
with open("shared.xlsx", "rb") as file:
    mail.add_attachment(
        file.read(), maintype="application", subtype="octet-stream",
        filename="rapport.xlsx")
mail.set_boundary("=_2")
with open("attached.eml", "wb") as file:
    file.write(mail.as_bytes())
