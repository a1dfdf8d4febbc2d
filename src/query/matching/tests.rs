use super::Matcher;
