"""The order of elements that the schema of Word's format asks for, and Word with it."""

import re
from collections.abc import Mapping

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

ORDERS = {
    "pPr": """
        pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers
        pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct
        autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing
        mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
        divId cnfStyle rPr
    """,
    "rPr": """
        rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint
        noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u
        effect bdr shd fitText vertAlign rtl cs em lang
    """,
    "tblPr": """
        tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
        tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption
    """,
    "tcPr": """
        cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection
    """,
    "sectPr": """
        headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
        lnNumType pgNumType cols
    """,
    "style": """
        name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed
        qFormat locked personal rsid pPr rPr tblPr trPr tcPr tblStylePr
    """,
    "lvl": """
        start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr
    """,
    "numbering": """
        numPicBullet abstractNum num numIdMacAtCleanup
    """,
    "settings": """
        zoom defaultTabStop autoHyphenation doNotHyphenateCaps characterSpacingControl compat
        themeFontLang decimalSymbol listSeparator
    """,
}
"""ECMA-376 part 1, annex A."""


def out_of_order(package: Mapping[str, bytes]) -> list[str]:
    """Return the elements in the parts of a document whose children stand in another order."""
    word = [part for name, part in package.items() if re.match(r"word/[a-z]+\d*\.xml", name)]
    return [
        found for part in word for element in parse_xml(part).iter() if (found := _said(element))
    ]


def _said(element: BaseOxmlElement) -> str:
    name = _name(element)
    if name not in ORDERS:
        return ""
    order = ORDERS[name].split()
    children = [name for child in element if (name := _name(child)) in order]
    places = [order.index(child) for child in children]
    return "" if places == sorted(places) else f"{name}: {' '.join(children)}"


def _name(element: BaseOxmlElement) -> str:
    return str(element.tag).rpartition("}")[2]
