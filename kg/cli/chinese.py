"""What an error says in English in, its gist in Chinese out."""

from __future__ import annotations

import re

# The details stand in the English, which follows.
GISTS = {
    # inputs
    "does not exist": "不存在",
    "may not be read": "没有读取权限",
    "cannot be read as .*: no such encoding": "没有这种编码",
    "cannot be read: .*": "无法读取",
    "changed while it was read": "读取时文件正在变动",
    "is a folder without texts": "文件夹里没有文本",
    "is a .* without texts": "里面没有文本",
    "is a ZIP file in a ZIP file": "ZIP 里还有 ZIP",
    "is a broken .*": "文件已损坏",
    "is a DOCX file without text|has no text": "里面没有文字",
    "is a picture without text": "是图片，没有文字",
    "is a .* file, and what reads these is not installed": "缺少读这种文件的组件",
    "is a PDF file that takes too much memory .*": "PDF 太大或无法读",
    "is encrypted": "文件有密码",
    "is a link to a folder that holds it": "链接又指回上级文件夹",
    "is a pipe, socket or device, not a file": "是管道或设备，不是文件",
    "is empty": "是空文件",
    "is marked as .*": "编码标记与内容不符",
    "is neither UTF-8 .*": "既不是 UTF-8 也不是 GB18030",
    "is not text.*": "不是文本",
    "is too large .*": "文件太大",
    "is .*, not text": "不是文本",
    "is not a table: .*": "不是表格",
    "is not .*": "编码不对",
    "has a name that leads out of its ZIP file": "文件名指向 ZIP 之外",
    "has no readable text: .*": "字体不说明字形是什么字",
    "has .* pages, more than .*": "页数太多",
    "has unknown columns: .*": "有不认识的列",
    "has no column .*": "缺少 file 列或没有内容",
    "holds halves of characters .*": "按此编码读出半个字",
    "holds no HTML page|holds no article": "网页里没有正文",
    "holds no .*": "里面没有图谱",
    "holds only blanks": "只有空白",
    "holds several texts": "里面不止一篇",
    "speaks of .*, which is not there": "提到的文件不存在",
    "takes longer than .* seconds to read": "读得太久",
    "unpacks to far more than a text; .*": "解压后过大，疑似压缩炸弹",
    # outputs
    "cannot be written: .*": "无法写入",
    "ends in no format that can be written": "扩展名不是能写的格式",
    "cannot begin an IRI": "不能作 IRI 的开头",
    "holds a character that XML cannot hold": "含有 XML 写不了的字符",
    "is a file, and a folder is to be written": "是文件，而要写的是文件夹",
    "reads back as another graph|reads back as another table": "读回来不一样",
    # use
    "is not installed": "没有安装",
    "gives no report: .*": "没有给出报告",
    ".* is no date": "不是日期",
    "speak of one text, and several are given": "只能用于一篇，而给了多篇",
    "and a query are both given": "与查询语句只能给一个",
    "no rule file declares this relation": "没有规则声明这一关系",
    # queries
    "answers with a table, which Turtle cannot hold": "结果是表格，不能写成 Turtle",
    "has no full head": "文件头不全",
    "is longer than .* characters": "查询太长",
    "is not allowed|.* is not allowed": "不允许",
    "is not one of ours": "没有这个现成的问题",
    "is not SPARQL from here on": "从这里起不是 SPARQL",
    "a string has no end": "字符串没有结束",
    "needs .*": "需要填入变量",
    # an encoding, and the last to be tried
    "is not .*": "编码不对",
    # ways out
    "ask less at once": "一次少问一点",
    "ask with CONSTRUCT or DESCRIBE": "请用 CONSTRUCT 或 DESCRIBE",
    "build it again": "请重新生成",
    "build it first: .*|make it with: .*": "请先生成",
    "candidates: .*": "可能的编码见后",
    "change its permissions": "请改权限",
    "check the path": "请检查路径",
    "close its quotation mark": "请补上引号",
    "correct the name, or remove the row": "请改名字或删去该行",
    "end it in .*": "请换扩展名",
    "give a file with text": "请给有字的文件",
    "give its text on standard input, as -": "请用 - 从标准输入给",
    "it needs OCR: .*": "须先做文字识别",
    "open it .* and save it again|save it again in Word": "请打开后另存",
    "pack it again|pack it as several ZIP files": "请重新打包",
    "pip install .*": "请安装",
    "give an absolute IRI .*": "请给完整的 IRI",
    "give another place|give another folder with -o": "请换一个位置",
    "give another name, or remove it": "请换个名字，或删去它",
    "give a name that ends in .*": "请换扩展名",
    "give one of them": "请只给一个",
    "given: .*": "给了的见后",
    "if it is UTF-16 without a mark, .*": "若是无标记的 UTF-16，请指明",
    "its columns are .*": "可用的列见后",
    "see the named queries for examples": "现成的问题可作例子",
    "name its encoding with --encoding.*|name one such as .*": "请用 --encoding 指明编码",
    "install it: .*": "请先安装",
    "name one of them": "请指明一篇",
    "only SELECT, .*": "只能查询本图谱，不能写入或外联",
    "put .* files there": "请放入文本文件",
    "Relations are .*": "已有的关系见后",
    "remove the link": "请删去链接",
    "run again when it is written": "请等写完再试",
    "save it again as UTF-8": "请另存为 UTF-8 文本",
    "save it without a password": "请去掉密码后另存",
    "save .*": "请另存为文本、DOCX 或 PDF",
    "tell the authors": "请告诉作者",
    "split it into one file a report": "请拆成一篇一个文件",
    "split it into fewer pages.*": "请拆成几个文件",
    "unpack it .*": "请解压后再给",
    "there are: .*": "已有的问题见后",
    "use a documents.csv beside them": "请用 documents.csv",
    "write #.*": "请补全文件头",
    "write it as .*": "请写成这样",
    "a bound variable must be .*": "填入的变量须在 SELECT 之列",
}
KNOWN = tuple((re.compile(pattern, re.DOTALL), gist) for pattern, gist in GISTS.items())


def both(said: str) -> str:
    """What is said, after its gist in Chinese where that is known.

    >>> both("is empty"), both("Errno 5")
    ('是空文件 is empty', 'Errno 5')
    """
    return next((f"{gist} {said}" for pattern, gist in KNOWN if pattern.fullmatch(said)), said)
