//! A pattern as a program of small steps, run in all ways at once: no text takes it back.

use super::parse::{Node, Set, is_word};

/// The most steps of a program.
const MAX_STEPS: usize = 4000;

/// The most steps, times letters, of a run.
const MAX_WORK: usize = 20_000_000;

#[derive(Clone, Debug)]
enum Step {
    One(Set),
    Start,
    End,
    WordEdge(bool),
    /// Goes on at each of the two.
    Split(usize, usize),
    Done,
}

/// A program.
#[derive(Debug)]
pub(super) struct Program(Vec<Step>);

impl Program {
    /// The program of a pattern; none where it would be too long.
    pub(super) fn of(node: &Node) -> Option<Self> {
        let mut program = Self(Vec::new());
        program.write(node)?;
        program.push(Step::Done)?;
        Some(program)
    }

    fn push(&mut self, step: Step) -> Option<usize> {
        if self.0.len() >= MAX_STEPS {
            return None;
        }
        self.0.push(step);
        Some(self.0.len() - 1)
    }

    fn set(&mut self, at: usize, step: Step) {
        if let Some(place) = self.0.get_mut(at) {
            *place = step;
        }
    }

    fn jump(&mut self) -> Option<usize> {
        self.push(Step::Split(0, 0))
    }

    fn write(&mut self, node: &Node) -> Option<()> {
        match node {
            Node::One(set) => self.push(Step::One(set.clone())).map(drop),
            Node::Start => self.push(Step::Start).map(drop),
            Node::End => self.push(Step::End).map(drop),
            Node::WordEdge(is) => self.push(Step::WordEdge(*is)).map(drop),
            Node::All(nodes) => nodes.iter().try_for_each(|node| self.write(node)),
            Node::Any(nodes) => self.write_any(nodes),
            Node::Repeat { node, least, most } => self.write_repeat(node, *least, *most),
        }
    }

    fn write_any(&mut self, nodes: &[Node]) -> Option<()> {
        let Some((last, others)) = nodes.split_last() else {
            return Some(());
        };
        let mut ends = Vec::new();
        for node in others {
            let split = self.jump()?;
            self.write(node)?;
            ends.push(self.jump()?);
            self.set(split, Step::Split(split + 1, self.0.len()));
        }
        self.write(last)?;
        let end = self.0.len();
        for at in ends {
            self.set(at, Step::Split(end, end));
        }
        Some(())
    }

    fn write_repeat(&mut self, node: &Node, least: usize, most: Option<usize>) -> Option<()> {
        for _ in 0..least {
            self.write(node)?;
        }
        let Some(most) = most else {
            let split = self.jump()?;
            self.write(node)?;
            self.push(Step::Split(split, split))?;
            self.set(split, Step::Split(split + 1, self.0.len()));
            return Some(());
        };
        let mut splits = Vec::new();
        for _ in least..most {
            splits.push(self.jump()?);
            self.write(node)?;
        }
        let end = self.0.len();
        for at in splits {
            self.set(at, Step::Split(at + 1, end));
        }
        Some(())
    }

    /// Whether a text has a piece that the program accepts; none where it is too long to tell.
    pub(super) fn matches(&self, text: &str) -> Option<bool> {
        if text.len().saturating_mul(self.0.len()) > MAX_WORK {
            return None;
        }
        let mut run = Run {
            steps: &self.0,
            seen: vec![0; self.0.len()],
            turn: 0,
        };
        let (mut now, mut next) = (Vec::new(), Vec::new());
        let mut before = None;
        let mut letters = text.chars();
        loop {
            let rest = letters.as_str();
            let letter = letters.next();
            let place = Place {
                before,
                letter,
                is_last: rest.is_empty() || rest == "\n",
            };
            run.turn += 1;
            let mut is_done = false;
            // A match may begin anywhere.
            for at in std::mem::take(&mut now).into_iter().chain([0]) {
                is_done |= run.reach(at, place, &mut next);
            }
            if is_done {
                return Some(true);
            }
            let Some(letter) = letter else {
                return Some(false);
            };
            let is_taken =
                |at: &usize| matches!(self.0.get(*at), Some(Step::One(set)) if set.has(letter));
            now.extend(next.drain(..).filter(is_taken).map(|at| at + 1));
            before = Some(letter);
        }
    }
}

/// Where in the text a program stands.
#[derive(Clone, Copy)]
struct Place {
    before: Option<char>,
    letter: Option<char>,
    /// Whether the text ends here, or with the line break that comes here.
    is_last: bool,
}

struct Run<'p> {
    steps: &'p [Step],
    /// The turn in which each step was reached last.
    seen: Vec<usize>,
    turn: usize,
}

impl Run<'_> {
    /// Collects the steps that wait for a letter and are reached from `start`; whether the end is.
    fn reach(&mut self, start: usize, place: Place, out: &mut Vec<usize>) -> bool {
        let mut waiting = vec![start];
        while let Some(at) = waiting.pop() {
            let Some(seen) = self.seen.get_mut(at) else {
                continue;
            };
            if std::mem::replace(seen, self.turn) == self.turn {
                continue;
            }
            let goes_on = match self.steps.get(at) {
                Some(Step::Done) => return true,
                Some(Step::One(_)) => {
                    out.push(at);
                    false
                }
                Some(Step::Split(one, other)) => {
                    waiting.extend([*other, *one]);
                    false
                }
                Some(Step::Start) => place.before.is_none(),
                Some(Step::End) => place.is_last,
                Some(Step::WordEdge(is)) => {
                    let is_edge =
                        place.before.is_some_and(is_word) != place.letter.is_some_and(is_word);
                    is_edge == *is
                }
                None => false,
            };
            if goes_on {
                waiting.push(at + 1);
            }
        }
        false
    }
}
