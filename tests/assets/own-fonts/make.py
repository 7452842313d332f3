"""Makes the small fonts beside it: python3 make.py (Debian: python3-fonttools python3-brotli fonts-noto-cjk fonts-noto-core).

The Noto fonts are reduced to a few characters; the drawn ones (Stroke…) are made here of rectangles and are nobody's.
"""
import os
from fontTools import subset
from fontTools.designspaceLib import DesignSpaceDocument
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.timeTools import epoch_diff
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.varLib import build

HERE = os.path.dirname(os.path.abspath(__file__))
NOTO = '/usr/share/fonts/truetype/noto/'
TEXT = '会议于月日召开试排简报城南区（）《》“”，。、：…—·0123456789 AIuse'


def path(name):
    return os.path.join(HERE, name)


def settled(font):
    font['head'].created = font['head'].modified = -epoch_diff
    font.recalcTimestamp = False
    return font


def reduced(font, text, name):
    options = subset.Options()
    options.glyph_names = False
    options.notdef_outline = True
    options.layout_features = ['*']
    options.name_IDs = [1, 2, 4, 6]
    options.drop_tables += ['BASE', 'vhea', 'vmtx', 'VORG', 'GDEF'] if 'CFF ' in font else []
    if 'CFF ' in font:
        options.layout_features = []
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)
    settled(font).save(path(name))


def bars(pen, width, thick, scale, code):
    """A frame whose strokes are as thick as the weight says; a notch tells characters apart."""
    left, right = 40 * scale, (width - 40) * scale
    for bottom, top in ((-40, -40 + thick), (760 - thick, 760)):
        rectangle(pen, left, bottom * scale, right, top * scale)
    rectangle(pen, left, (-40 + thick) * scale, left + thick * scale, (760 - thick) * scale)
    notch = (60 + code % 600) * scale
    rectangle(pen, right - thick * scale, notch, right, notch + 40 * scale)


def rectangle(pen, left, bottom, right, top):
    points = [(round(x), round(y)) for x, y in ((left, bottom), (left, top), (right, top), (right, bottom))]
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def draw(pen, character, thick, scale, width):
    if character == ' ':
        return
    if character == '—':
        rectangle(pen, 20 * scale, (360 - thick / 2) * scale, (width - 20) * scale, (360 + thick / 2) * scale)
    elif character in '“”，。、：…·（）《》':
        rectangle(pen, 40 * scale, 300 * scale, (width - 40) * scale, 400 * scale)
    else:
        bars(pen, width, thick, scale, ord(character))


def width_of(character, thick):
    if character in '“”':
        return 400
    if character in '，。、：（）《》—':
        return 500
    return 480 + thick if ord(character) < 128 else 1000


def stroke_font(outlines, em, thick, family):
    scale = em / 1000
    characters = sorted(set(TEXT))
    names = ['.notdef'] + ['u%04X' % ord(c) for c in characters]
    fb = FontBuilder(em, isTTF=outlines == 'glyf')
    fb.setupGlyphOrder(names)
    fb.setupCharacterMap({ord(c): n for c, n in zip(characters, names[1:])})
    glyphs, metrics = {}, {'.notdef': (em, 0)}
    for name, character in zip(names, [' '] + characters):
        width = width_of(character, thick)
        pen = TTGlyphPen(None) if outlines == 'glyf' else T2CharStringPen(round(width * scale), None)
        draw(pen, character, thick, scale, width)
        glyphs[name] = pen.glyph() if outlines == 'glyf' else pen.getCharString()
        metrics[name] = (round(width * scale), 0)
    if outlines == 'glyf':
        fb.setupGlyf(glyphs)
        metrics = {n: (w, getattr(glyphs[n], 'xMin', 0)) for n, (w, _) in metrics.items()}
    else:
        fb.setupCFF(family + '-Regular', {'FullName': family}, glyphs, {})
    fb.setupHorizontalMetrics(metrics)
    fb.setupHorizontalHeader(ascent=round(880 * scale), descent=round(-120 * scale))
    fb.setupNameTable({'familyName': family, 'styleName': 'Regular', 'psName': family + '-Regular'})
    fb.setupOS2(sTypoAscender=round(880 * scale), sTypoDescender=round(-120 * scale))
    fb.setupPost()
    return settled(fb.font)


def variable(outlines, family, name):
    doc = DesignSpaceDocument()
    doc.addAxisDescriptor(name='Weight', tag='wght', minimum=200, default=200, maximum=900)
    for weight, thick in ((200, 20), (900, 160)):
        doc.addSourceDescriptor(name=str(weight), location={'Weight': weight}, font=stroke_font(outlines, 1000, thick, family))
    font, _, _ = build(doc)
    settled(font).save(path(name))


def main():
    faces = TTCollection('/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc').fonts
    chinese = next(one for one in faces if one['name'].getDebugName(6) == 'NotoSerifCJKsc-Regular')
    whole = '/tmp/noto-serif-sc.otf'
    chinese.save(whole)
    reduced(TTFont(whole), TEXT, 'cid-1000.otf')
    os.remove(whole)
    stroke_font('cff', 2048, 60, 'StrokeNamed').save(path('named-2048.otf'))
    variable('glyf', 'StrokeGvar', 'variable.ttf')
    variable('cff', 'StrokeCff', 'variable.otf')
    web = stroke_font('glyf', 1000, 60, 'StrokeWeb')
    web.flavor = 'woff2'
    web.save(path('web.woff2'))
    web = stroke_font('cff', 1000, 60, 'StrokeWebCff')
    web.flavor = 'woff'
    web.save(path('web.woff'))
    reduced(TTFont(NOTO + 'NotoSerifTibetan-Regular.ttf'), 'བོད་ཡིག་བཀྲ་ཤིས་བདེ་ལེགས་སྐྱེས་རྒྱལ', 'tibetan.ttf')
    reduced(TTFont(NOTO + 'NotoNaskhArabic-Regular.ttf'), 'ئۇيغۇر شىنجاڭ رايونى سالام لا', 'arabic.ttf')
    reduced(TTFont(NOTO + 'NotoSansMongolian-Regular.ttf'), 'ᠮᠣᠩᠭᠣᠯ ᠰᠣᠨᠢᠨ', 'mongolian.ttf')
    reduced(TTFont(NOTO + 'NotoSansDevanagari-Regular.ttf'), 'हिन्दी कार्यक्रम', 'devanagari.ttf')
    reduced(TTFont(NOTO + 'NotoSansThai-Regular.ttf'), 'ภาษาไทย น้ำ ที่นี่ ํ', 'thai.ttf')


main()
