//! Kinds of tokens: one table for names, texts, keywords and operators.
//!
//! Soft keywords (`match`, `case`, `type`, `_`) are names here; only the parser knows better.

use crate::syntax::span::Span;

macro_rules! tokens {
    (
        plain { $($plain:ident = $plain_text:literal;)* }
        keywords { $($keyword:ident = $keyword_text:literal;)* }
        operators { $($operator:ident = $operator_text:literal;)* }
    ) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum TokenKind {
            $($plain,)*
            $($keyword,)*
            $($operator,)*
        }

        impl TokenKind {
            /// Every kind, in the order of the table.
            pub const ALL: &[TokenKind] = &[
                $(TokenKind::$plain,)* $(TokenKind::$keyword,)* $(TokenKind::$operator,)*
            ];
            pub const KEYWORDS: &[TokenKind] = &[$(TokenKind::$keyword,)*];
            pub const OPERATORS: &[TokenKind] = &[$(TokenKind::$operator,)*];

            /// How a keyword or an operator is written; for the others CPython's name of the token.
            pub const fn text(self) -> &'static str {
                match self {
                    $(TokenKind::$plain => $plain_text,)*
                    $(TokenKind::$keyword => $keyword_text,)*
                    $(TokenKind::$operator => $operator_text,)*
                }
            }
        }
    };
}

tokens! {
    plain {
        EndMarker = "ENDMARKER";
        Name = "NAME";
        Number = "NUMBER";
        String = "STRING";
        Newline = "NEWLINE";
        Indent = "INDENT";
        Dedent = "DEDENT";
        FStringStart = "FSTRING_START";
        FStringMiddle = "FSTRING_MIDDLE";
        FStringEnd = "FSTRING_END";
        TStringStart = "TSTRING_START";
        TStringMiddle = "TSTRING_MIDDLE";
        TStringEnd = "TSTRING_END";
        // Only with `lexer::lex_verbose`.
        Comment = "COMMENT";
        Nl = "NL";
        // One of `$`, `?`, a backquote or another ASCII character that starts nothing: the parser says "invalid syntax".
        Unknown = "OP";
        // The last token of a source with a lexical error, at the place of the error.
        Error = "ERRORTOKEN";
    }
    keywords {
        False = "False";
        None = "None";
        True = "True";
        And = "and";
        As = "as";
        Assert = "assert";
        Async = "async";
        Await = "await";
        Break = "break";
        Class = "class";
        Continue = "continue";
        Def = "def";
        Del = "del";
        Elif = "elif";
        Else = "else";
        Except = "except";
        Finally = "finally";
        For = "for";
        From = "from";
        Global = "global";
        If = "if";
        Import = "import";
        In = "in";
        Is = "is";
        Lambda = "lambda";
        Nonlocal = "nonlocal";
        Not = "not";
        Or = "or";
        Pass = "pass";
        Raise = "raise";
        Return = "return";
        Try = "try";
        While = "while";
        With = "with";
        Yield = "yield";
    }
    operators {
        LeftParen = "(";
        RightParen = ")";
        LeftBracket = "[";
        RightBracket = "]";
        LeftBrace = "{";
        RightBrace = "}";
        Colon = ":";
        Comma = ",";
        Semicolon = ";";
        Dot = ".";
        Ellipsis = "...";
        Arrow = "->";
        ColonEqual = ":=";
        Exclamation = "!";
        Equal = "=";
        EqualEqual = "==";
        NotEqual = "!=";
        LessGreater = "<>";
        Less = "<";
        LessEqual = "<=";
        Greater = ">";
        GreaterEqual = ">=";
        Plus = "+";
        Minus = "-";
        Star = "*";
        DoubleStar = "**";
        Slash = "/";
        DoubleSlash = "//";
        Percent = "%";
        At = "@";
        Ampersand = "&";
        Bar = "|";
        Caret = "^";
        Tilde = "~";
        LeftShift = "<<";
        RightShift = ">>";
        PlusEqual = "+=";
        MinusEqual = "-=";
        StarEqual = "*=";
        DoubleStarEqual = "**=";
        SlashEqual = "/=";
        DoubleSlashEqual = "//=";
        PercentEqual = "%=";
        AtEqual = "@=";
        AmpersandEqual = "&=";
        BarEqual = "|=";
        CaretEqual = "^=";
        LeftShiftEqual = "<<=";
        RightShiftEqual = ">>=";
    }
}

impl TokenKind {
    pub fn is_keyword(self) -> bool {
        (TokenKind::False..=TokenKind::Yield).contains(&self)
    }
}

/// Twelve bytes; the text is `source.text[span]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: TokenKind,
    /// Of a name: its number, lowest byte first; zero if it has none that fits.
    number: [u8; 3],
    pub span: Span,
}

impl Token {
    pub const fn new(kind: TokenKind, span: Span) -> Token {
        let number = [0; 3];
        Token { kind, number, span }
    }

    /// A name with its number, from 1.
    #[inline]
    pub const fn name(span: Span, number: u32) -> Token {
        let [a, b, c, beyond] = number.to_le_bytes();
        Token {
            kind: TokenKind::Name,
            number: if beyond == 0 { [a, b, c] } else { [0; 3] },
            span,
        }
    }

    /// The number of a name, if the lexer has given it one.
    #[inline]
    pub const fn number(&self) -> Option<u32> {
        let [a, b, c] = self.number;
        match u32::from_le_bytes([a, b, c, 0]) {
            0 => None,
            number => Some(number),
        }
    }
}

const _: () = assert!(size_of::<Token>() == 12);
