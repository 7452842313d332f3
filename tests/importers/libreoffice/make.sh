#!/usr/bin/env bash
# Makes the files here anew with LibreOffice: rich.fodt and base.html as .docx, .doc and .rtf.
set -euo pipefail
cd "$(dirname "$0")"
profile="-env:UserInstallation=file://$(mktemp -d)"
for format in docx doc rtf; do
  soffice --headless "$profile" --convert-to "$format" rich.fodt
done
convert() { soffice --headless "$profile" --infilter='HTML (StarWriter)' --convert-to "$1" base.html; }
convert 'docx:MS Word 2007 XML'
convert 'doc:MS Word 97'
convert 'rtf:Rich Text Format'
