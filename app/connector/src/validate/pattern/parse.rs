//! The syntax of patterns, as far as the matcher goes.

/// The deepest nesting of groups.
const MAX_DEPTH: usize = 50;

/// The most repetitions that are counted.
const MAX_COUNT: usize = 1000;

/// A piece of a pattern.
#[derive(Clone, Debug)]
pub(super) enum Node {
    One(Set),
    Start,
    End,
    /// A place where a word begins or ends, or one where none does.
    WordEdge(bool),
    All(Vec<Node>),
    Any(Vec<Node>),
    Repeat {
        node: Box<Node>,
        least: usize,
        most: Option<usize>,
    },
}

/// The letters that may stand at a place.
#[derive(Clone, Debug)]
pub(super) struct Set {
    pub(super) is_negated: bool,
    pub(super) items: Vec<Item>,
}

/// Some letters.
#[derive(Clone, Copy, Debug)]
pub(super) enum Item {
    Range(char, char),
    Digit(bool),
    Word(bool),
    Space(bool),
}

pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

impl Set {
    fn of(item: Item) -> Self {
        Self {
            is_negated: false,
            items: vec![item],
        }
    }

    pub(super) fn has(&self, c: char) -> bool {
        let is_in = self.items.iter().any(|item| match *item {
            Item::Range(low, high) => (low..=high).contains(&c),
            Item::Digit(is) => c.is_ascii_digit() == is,
            Item::Word(is) => is_word(c) == is,
            Item::Space(is) => c.is_whitespace() == is,
        });
        is_in != self.is_negated
    }
}

/// The pieces of a pattern; none where it has what the matcher does not know.
pub(super) fn parse(text: &str) -> Option<Node> {
    let mut parser = Parser {
        letters: text.chars().collect(),
        at: 0,
    };
    let node = parser.alternatives(0)?;
    (parser.at == parser.letters.len()).then_some(node)
}

struct Parser {
    letters: Vec<char>,
    at: usize,
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.at += 1;
        Some(letter)
    }

    fn eat(&mut self, letter: char) -> bool {
        let is_there = self.peek() == Some(letter);
        self.at += usize::from(is_there);
        is_there
    }

    fn alternatives(&mut self, depth: usize) -> Option<Node> {
        if depth > MAX_DEPTH {
            return None;
        }
        let mut all = vec![self.sequence(depth)?];
        while self.eat('|') {
            all.push(self.sequence(depth)?);
        }
        match all.len() {
            1 => all.pop(),
            _ => Some(Node::Any(all)),
        }
    }

    fn sequence(&mut self, depth: usize) -> Option<Node> {
        let mut all = Vec::new();
        while let Some(letter) = self.peek().filter(|c| !matches!(c, '|' | ')')) {
            self.at += 1;
            let node = self.atom(letter, depth)?;
            let is_edge = matches!(node, Node::Start | Node::End | Node::WordEdge(_));
            let repeated = self.repeated(node)?;
            if is_edge && matches!(repeated, Node::Repeat { .. }) {
                return None;
            }
            all.push(repeated);
        }
        Some(Node::All(all))
    }

    fn atom(&mut self, letter: char, depth: usize) -> Option<Node> {
        let any = Set {
            is_negated: true,
            items: vec![Item::Range('\n', '\n'), Item::Range('\r', '\r')],
        };
        Some(match letter {
            '.' => Node::One(any),
            '^' => Node::Start,
            '$' => Node::End,
            '(' => self.group(depth)?,
            '[' => Node::One(self.class()?),
            '\\' => match self.peek()? {
                edge @ ('b' | 'B') => {
                    self.at += 1;
                    Node::WordEdge(edge == 'b')
                }
                _ => Node::One(Set::of(self.escape()?)),
            },
            '*' | '+' | '?' => return None,
            letter => Node::One(Set::of(Item::Range(letter, letter))),
        })
    }

    fn group(&mut self, depth: usize) -> Option<Node> {
        if self.eat('?') && !self.eat(':') {
            let is_named = self.eat('<') && !matches!(self.peek(), Some('=' | '!'));
            if !is_named {
                return None;
            }
            while self.next()? != '>' {}
        }
        let node = self.alternatives(depth + 1)?;
        self.eat(')').then_some(node)
    }

    fn class(&mut self) -> Option<Set> {
        let mut set = Set {
            is_negated: self.eat('^'),
            items: Vec::new(),
        };
        loop {
            let item = match self.next()? {
                ']' => return Some(set),
                '\\' if self.eat('b') => Item::Range('\u{8}', '\u{8}'),
                '\\' => self.escape()?,
                letter => Item::Range(letter, letter),
            };
            let is_range = self.peek() == Some('-')
                && self
                    .letters
                    .get(self.at + 1)
                    .is_some_and(|next| *next != ']');
            let Item::Range(low, _) = item else {
                set.items.push(item);
                continue;
            };
            if !is_range {
                set.items.push(item);
                continue;
            }
            self.at += 1;
            let high = match self.next()? {
                '\\' => self.escape()?,
                letter => Item::Range(letter, letter),
            };
            match high {
                Item::Range(high, _) if low <= high => set.items.push(Item::Range(low, high)),
                Item::Range(..) => return None,
                other => set.items.extend([item, Item::Range('-', '-'), other]),
            }
        }
    }

    /// What comes after a backslash.
    fn escape(&mut self) -> Option<Item> {
        let one = |c: char| Item::Range(c, c);
        Some(match self.next()? {
            'd' => Item::Digit(true),
            'D' => Item::Digit(false),
            'w' => Item::Word(true),
            'W' => Item::Word(false),
            's' => Item::Space(true),
            'S' => Item::Space(false),
            'n' => one('\n'),
            'r' => one('\r'),
            't' => one('\t'),
            'f' => one('\u{c}'),
            'v' => one('\u{b}'),
            '0' => one('\0'),
            'x' => one(self.code(2)?),
            'u' => one(self.code(4)?),
            letter if letter.is_ascii_alphanumeric() => return None,
            letter => one(letter),
        })
    }

    fn code(&mut self, digits: usize) -> Option<char> {
        let mut code = 0_u32;
        for _ in 0..digits {
            code = code * 16 + self.next()?.to_digit(16)?;
        }
        char::from_u32(code)
    }

    fn repeated(&mut self, node: Node) -> Option<Node> {
        let (least, most) = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => match self.counts() {
                Some(counts) => counts,
                None => return Some(node),
            },
            _ => return Some(node),
        };
        if self.peek().is_some_and(|c| "*+?".contains(c)) {
            self.at += 1;
        }
        // As few as possible or as many: what matches is the same.
        self.eat('?');
        if most.is_some_and(|most| least > most || most > MAX_COUNT) || least > MAX_COUNT {
            return None;
        }
        Some(Node::Repeat {
            node: Box::new(node),
            least,
            most,
        })
    }

    /// `{2}`, `{2,}`, `{2,3}`; anything else in braces stands for itself.
    fn counts(&mut self) -> Option<(usize, Option<usize>)> {
        let begin = self.at;
        self.at += 1;
        let counts = self.counted();
        if counts.is_none() {
            self.at = begin;
        }
        counts
    }

    fn counted(&mut self) -> Option<(usize, Option<usize>)> {
        let least = self.number()?;
        let most = if self.eat(',') {
            self.number()
        } else {
            Some(least)
        };
        self.eat('}').then_some((least, most))
    }

    fn number(&mut self) -> Option<usize> {
        let mut number: Option<usize> = None;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            self.at += 1;
            let digit = usize::try_from(digit).ok()?;
            number = Some(number.unwrap_or(0).saturating_mul(10).saturating_add(digit));
        }
        number
    }
}
