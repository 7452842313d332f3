"""Makes the files here anew with LibreOffice: HTML, OpenDocument and RTF as .docx and .doc, each sentence with a number of its own. Write into an empty folder: python3 make.py; sentences.json lists numbers, without the two that LibreOffice itself drops (a date's text, a form field's)."""
import subprocess, os, glob
n=0
S={}
cur=None
def s(text='检查供水保障工作'):
    global n
    n+=1
    t=f'第{n:04d}句，{text}要落到实处。'
    S.setdefault(cur,[]).append(t)
    return t
def html(name, body, head=''):
    open(name+'.html','w').write(f'<html lang="zh"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>')
T=lambda t='水务集团检查供水保障': f'<p align="center"><font size="6"><b>{t}</b></font></p>'
C='<p align="right">（水务集团 周明远）</p>'
def P(): return f'<p>{s()}</p>'
def begin(name):
    global cur; cur=name
begin('h1'); html('h1', f'<h1>标题一号检查供水</h1>{P()}<h2>一、{"摸清底数"}</h2>{P()}<h3>（一）分项</h3>{P()}{C}')
begin('h2'); html('h2', T()+P()+f'<ol><li>{s()}<ol><li>{s()}</li><li>{s()}</li></ol></li><li>{s()}</li></ol><ul><li>{s()}<ul><li>{s()}</li></ul></li></ul>'+P()+C)
begin('h3'); html('h3', T()+P()+f'<table border="1"><caption>{s("表题")}</caption><thead><tr><th colspan="2">{s()}</th><th rowspan="2">{s()}</th></tr><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>{s()}<br>{s()}</td><td><p>{s()}</p><p>{s()}</p></td><td><table><tr><td>{s()}</td></tr></table></td></tr></tbody></table>'+P()+C)
begin('h4'); html('h4', T()+f'<blockquote>{s()}</blockquote><pre>{s()}\n  {s()}</pre><dl><dt>{s()}</dt><dd>{s()}</dd></dl><address>{s()}</address><hr><center>{s()}</center>'+C)
begin('h5'); html('h5', T()+f'<p>{s()}<b>{s()}</b><i>{s()}</i><u>{s()}</u><s>{s()}</s><sup>{s()}</sup><sub>{s()}</sub><font color="#ff0000">{s()}</font><span style="background:yellow">{s()}</span><a href="https://example.org">{s()}</a><small>{s()}</small><code>{s()}</code>&nbsp;&emsp;{s()}</p>'+C)
begin('h6'); html('h6', T()+P()+C+f'<p style="page-break-before:always"></p>'+T('港务公司岸桥投入运行')+P()+P()+C)
begin('h7'); html('h7', T()+f'<div style="column-count:2">{P()}{P()}</div><div align="center">{s()}</div><p>{s()}<br>{s()}<br><br>{s()}</p><p><ruby>汉<rt>hàn</rt></ruby>{s()}</p><fieldset><legend>{s()}</legend>{s()}</fieldset><form><input value="x">{s()}<textarea>{s()}</textarea><button>{s()}</button></form>'+C)
begin('h8'); html('h8', T()+P()+f'<p><img src="a.png" width="200" height="100" alt="调度大厅"></p><p align="center">图为调度大厅{n}</p>'+P()+f'<p><img src="missing.png" alt="没有的图">{s()}</p>'+C)
# fodt
NS='xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" xmlns:math="http://www.w3.org/1998/Math/MathML" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
def fodt(name, body, styles='', master=''):
    auto=f'<office:automatic-styles><style:style style:name="T" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="22pt" fo:font-weight="bold"/></style:style><style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="PB" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style><style:style style:name="C2" style:family="section"><style:section-properties><style:columns fo:column-count="2"/></style:section-properties></style:style><style:style style:name="F" style:family="graphic"><style:graphic-properties style:wrap="parallel"/></style:style><style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/><style:header-style/><style:footer-style/></style:page-layout>{styles}</office:automatic-styles>'
    ms=f'<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pl">{master}</style:master-page></office:master-styles>'
    open(name+'.fodt','w').write(f'<?xml version="1.0" encoding="UTF-8"?><office:document {NS} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">{auto}{ms}<office:body><office:text>{body}</office:text></office:body></office:document>')
FP=lambda: f'<text:p>{s()}</text:p>'
FT=lambda t='水务集团检查供水保障': f'<text:p text:style-name="T">{t}</text:p>'
def note(kind,i): return f'<text:note text:note-class="{kind}" text:id="{kind}{i}"><text:note-citation>{i}</text:note-citation><text:note-body><text:p>{s("注文")}</text:p></text:note-body></text:note>'
begin('f1'); fodt('f1', FT()+f'<text:p>{s()}{note("footnote",1)}{s()}{note("endnote",1)}</text:p><text:list><text:list-item><text:p>{s()}{note("footnote",2)}</text:p></text:list-item></text:list>'+FP())
begin('f2'); 
d1=s('删去'); a1=s('添上')
fodt('f2', f'<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>张某</dc:creator><dc:date>2026-05-20T09:30:00</dc:date></office:change-info><text:p>{d1}</text:p></text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>李某</dc:creator><dc:date>2026-05-20T09:30:00</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes>'+FT()+f'<text:p>{s()}<text:change text:change-id="c1"/>{s()}<text:change-start text:change-id="c2"/>{a1}<text:change-end text:change-id="c2"/>{s()}</text:p>')
begin('f3'); fodt('f3', FT()+f'<text:p>{s()}<office:annotation office:name="a1"><dc:creator>王某</dc:creator><dc:date>2026-05-20T09:30:00</dc:date><text:p>{s("批注")}</text:p></office:annotation>{s()}<office:annotation-end office:name="a1"/></text:p><text:p>{s()}<text:span text:style-name="H">{s("隐藏")}</text:span>{s()}</text:p>')
begin('f4'); fodt('f4', FT()+f'<text:p>{s()}<draw:frame draw:style-name="F" text:anchor-type="paragraph" svg:width="6cm" svg:height="2cm"><draw:text-box><text:p>{s("框里")}</text:p><text:p>{s("框里")}</text:p></draw:text-box></draw:frame>{s()}</text:p><text:p><draw:custom-shape text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm"><text:p>{s("形状里")}</text:p><draw:enhanced-geometry svg:viewBox="0 0 21600 21600" draw:type="rectangle" draw:enhanced-path="M 0 0 L 21600 0 21600 21600 0 21600 0 0 Z N"/></draw:custom-shape>{s()}</text:p>')
begin('f5'); fodt('f5', FT()+FP()+f'<text:section text:style-name="C2" text:name="s">{FP()}{FP()}</text:section>'+f'<text:p text:style-name="PB">{s()}</text:p>', master=f'<style:header><text:p>{s("页眉")}</text:p></style:header><style:footer><text:p>{s("页脚")}<text:page-number>1</text:page-number></text:p></style:footer>')
LS='<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-prefix="（" style:num-suffix="）" style:num-format="一, 二, 三, ..."/></text:list-style>'
begin('f6'); fodt('f6', FT()+f'<text:list text:style-name="L"><text:list-item><text:p>{s()}</text:p><text:list><text:list-item><text:p>{s()}</text:p></text:list-item></text:list></text:list-item></text:list>'+FP()+f'<text:list text:continue-numbering="true" text:style-name="L"><text:list-item><text:p>{s()}</text:p></text:list-item></text:list>', styles=LS)
begin('f7'); fodt('f7', FT()+f'<text:p>{s()}<text:tab/>{s()}<text:s text:c="4"/>{s()}<text:line-break/>{s()}<text:bookmark text:name="b"/><text:bookmark-ref text:ref-name="b">{s()}</text:bookmark-ref><text:soft-page-break/><text:date>{s()}</text:date><text:placeholder text:placeholder-type="text">&lt;{s()}&gt;</text:placeholder><text:ruby><text:ruby-base>{s()}</text:ruby-base><text:ruby-text>zì</text:ruby-text></text:ruby></text:p><text:table-of-content text:name="t"><text:table-of-content-source/><text:index-body><text:p>{s("目录")}</text:p></text:index-body></text:table-of-content>'+FP())
begin('f8'); fodt('f8', FT()+f'<table:table><table:table-column table:number-columns-repeated="3"/><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>{s()}</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>{s()}</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>{s()}</text:p></table:table-cell><table:table-cell><text:list><text:list-item><text:p>{s()}</text:p></text:list-item></text:list></table:table-cell><table:table-cell><text:h text:outline-level="1">{s()}</text:h></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>{s()}{note("footnote",1)}</text:p></table:table-cell><table:table-cell/></table:table-row></table:table>'+FP())
# rtf
def u(t): return ''.join(c if ord(c)<128 else f'\\u{ord(c) if ord(c)<32768 else ord(c)-65536}?' for c in t)
def rtf(name, body): open(name+'.rtf','w').write('{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}'+body+'}')
RT=lambda: '\\pard\\qc\\fs44\\b '+u('水务集团检查供水保障')+'\\b0\\fs24\\par\\pard '
begin('r1'); rtf('r1', RT()+u(s())+'{\\super '+u(s())+'}{\\v '+u(s("隐藏"))+'}{\\footnote '+u(s("注文"))+'}\\par '+u(s())+'\\line '+u(s())+'\\tab '+u(s())+'\\par\\page '+u(s())+'\\par')
begin('r2'); rtf('r2', RT()+'\\trowd\\cellx3000\\cellx6000\\intbl '+u(s())+'\\cell '+u(s())+'\\cell\\row\\trowd\\cellx3000\\cellx6000\\intbl '+u(s())+'\\par '+u(s())+'\\cell '+u(s())+'\\cell\\row\\pard '+u(s())+'{\\field{\\*\\fldinst HYPERLINK "https://example.org"}{\\fldrslt '+u(s())+'}}\\par')
begin('r3'); rtf('r3', RT()+'{\\header '+u(s("页眉"))+'\\par}{\\*\\annotation '+u(s("批注"))+'}{\\pntext\\f0 1.\\tab}'+u(s())+'\\par{\\revised\\revauth1 '+u(s())+'}{\\deleted '+u(s())+'}\\par{\\shp{\\*\\shpinst{\\shptxt '+u(s("框里"))+'\\par}}}'+u(s())+'\\par')
import json; json.dump(S,open('sentences.json','w'),ensure_ascii=False)
import zlib,struct
def png(w,h):
    raw=b''.join(b'\0'+b'\x80'*w for _ in range(h))
    ch=lambda t,d: struct.pack('>I',len(d))+t+d+struct.pack('>I',zlib.crc32(t+d))
    return b'\x89PNG\r\n\x1a\n'+ch(b'IHDR',struct.pack('>IIBBBBB',w,h,8,0,0,0,0))+ch(b'IDAT',zlib.compress(raw))+ch(b'IEND',b'')
open('a.png','wb').write(png(40,20))
profile='-env:UserInstallation=file:///tmp/libreoffice-profile'
for target, folder in (('docx:MS Word 2007 XML', 'docx'), ('doc:MS Word 97', 'doc')):
    for kinds, more in (('*.html', ['--infilter=HTML (StarWriter)']), ('*.[fr][ot][df]*', [])):
        subprocess.run(['soffice', '--headless', profile, *more, '--convert-to', target, '--outdir', folder, *sorted(glob.glob(kinds))], check=True)
