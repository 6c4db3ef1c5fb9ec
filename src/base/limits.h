/*
 * limits.h - every bound of the program, with the reason for its size
 *
 * A bound that is met is reported ("incomplete"), never taken for "clean".
 * The manual git-sluice(1) prints this list; keep both in step.
 */
#ifndef SLUICE_BASE_LIMITS_H
#define SLUICE_BASE_LIMITS_H

/* A blob above this many bytes is not read; the review is incomplete. */
#define LIMIT_BLOB_BYTES (64u << 20)

/* A patch read from a file or standard input. */
#define LIMIT_PATCH_BYTES (256u << 20)

/* Lines of one text; offsets and line numbers are 32 bits wide. */
#define LIMIT_TEXT_LINES (16u << 20)

/* Commits of one range or push. */
#define LIMIT_COMMITS 100000u

/* Commits of `review --all`; the largest public histories have a million and a half. */
#define LIMIT_ALL_COMMITS (4u << 20)

/* Files of one comparison (one commit, or the net result). */
#define LIMIT_FILES 1000000u

/* Directories inside each other (git's own bound, core.maxTreeDepth), the tree
 * objects of such a nest, and the path to a file in it. */
#define LIMIT_TREE_DEPTH 4096u
#define LIMIT_TREE_BYTES (256u << 20)
#define LIMIT_PATH_BYTES (1u << 20)

/* git's index, and the paths in it: a repository of 2 million files has 300 MB. */
#define LIMIT_INDEX_BYTES (1u << 30)

/* What one of git's programs may answer, and how long it may be silent. */
#define LIMIT_GIT_BYTES (256u << 20)
#define LIMIT_GIT_MS    60000u

/* Old states that one new state is compared with (an octopus merge). Further
 * ones are not looked at, which only makes more lines count as added. */
#define LIMIT_BASES 64u

/* Tags of tags of tags: nobody means that. */
#define LIMIT_TAG_DEPTH 100

/* Reference updates of one push. */
#define LIMIT_REF_UPDATES 10000u

/* A window handed to PCRE2: JIT code knows no depth or heap limit, and a
 * quadratic pattern needs 9 ms for this much text. */
#define LIMIT_WINDOW_BYTES 4096u

/* How far the pieces of a longer window overlap: those of one long line, of
 * several lines, and of a whole file. A match longer than that can be missed. */
#define LIMIT_OVERLAP_LINE  512u
#define LIMIT_OVERLAP_LINES (LIMIT_WINDOW_BYTES / 4 * 3)
#define LIMIT_OVERLAP_FILE  (LIMIT_WINDOW_BYTES / 2)

/* A metavariable's value that a regular expression is held against. Above LIMIT_WINDOW_BYTES the interpreter
 * does it, which counts its steps; what it does not count, runs of one class, takes 0.07 s in the worst. */
#define LIMIT_VALUE_BYTES 16384u

/* Places of one stretch (1 MiB, or one longer line) where a word stands that some rule asks for, 40 bytes
 * each: a line of 60 MB that names keys throughout has half as many. */
#define LIMIT_KEYWORD_HITS (4u << 20)

/* Backtracking steps of one match, as PCRE2 counts them. */
#define LIMIT_MATCH_STEPS 1000000u

/* Matches of one rule in one file; the rest is counted as a limit hit. */
#define LIMIT_MATCHES_PER_RULE 1000u

/* Encodings inside each other that are undone (base64 of gzip of base64), and
 * what compressed runs of one text may grow by. */
#define LIMIT_DECODE_DEPTH   3u
#define LIMIT_UNPACKED_BYTES (8u << 20)

/* An archive that is looked into, what its texts may be together, and its files. */
#define LIMIT_ARCHIVE_BYTES   (16u << 20)
#define LIMIT_ARCHIVE_ENTRIES 20000u

/* Rule files: bytes of one file, nesting of its YAML (lists written out), rules in one run. */
#define LIMIT_RULE_FILE_BYTES (4u << 20)
#define LIMIT_YAML_DEPTH      64u
#define LIMIT_RULES           20000u

/* What a configuration of gitleaks allows to all its rules: lists, and patterns in them. */
#define LIMIT_COMMON_ALLOWED 4096u

/* Files that a configuration of gitleaks extends, one through the other. */
#define LIMIT_EXTENDED_FILES 2u

/* Nodes of one rule file (the largest public pack file has 3,000) with its lists written out, so that
 * lists of lists cannot make a small file a large one, and keys of one mapping, which are compared pair by
 * pair. */
#define LIMIT_YAML_NODES 500000u
#define LIMIT_YAML_KEYS  256u

/* One regular expression of a rule file. */
#define LIMIT_REGEX_BYTES 16384u

/* .sluiceconfig and the baseline file. */
#define LIMIT_CONFIG_BYTES   (1u << 20)
#define LIMIT_BASELINE_BYTES (32u << 20)

/* Subsections of one configuration, and `path` variables of one subsection:
 * every finding is held against them. Bytes of a variable's whole name. */
#define LIMIT_CONFIG_SETTINGS   4096u
#define LIMIT_CONFIG_PATHS      256u
#define LIMIT_CONFIG_NAME_BYTES 8192u

/* Suppression comments of one comparison: each is held against many findings.
 * A comment in a line of more bytes, or behind so many others in one line, suppresses nothing. */
#define LIMIT_SUPPRESSIONS          10000u
#define LIMIT_SUPPRESSION_LINE      65536u
#define LIMIT_SUPPRESSIONS_PER_LINE 16u

/* Lines of two texts, together and without their common head and tail, that
 * are compared line by line: hostile ones take 0.9 s. Beyond it all of the
 * middle counts as replaced; what stands unchanged within it is "moved". */
#define LIMIT_DIFF_LINES 400000u

/* Findings kept with their text; further ones are counted, and the review is
 * incomplete. */
#define LIMIT_FINDINGS 100000u

/* Old texts of one comparison that are kept to be parsed only if something may have
 * moved from them; further ones are parsed at once. */
#define LIMIT_LATER_BYTES (16u << 20)

/* Files and commits named when the time was up before they were reviewed; the others are counted. */
#define LIMIT_UNREAD 100u

/* What is kept of the time limit for the end: settling what was found, and
 * for each finding its part of the reports. */
#define LIMIT_END_MS     20u
#define LIMIT_FINDING_US 50u

/* After the limit, a step that cannot be interrupted (unpacking an object,
 * comparing two texts) has so long before it ends the run. */
#define LIMIT_OVERTIME_MS 60u

/* Seconds for a push when --time-limit says nothing: GitHub Enterprise ends a hook after 5. */
#define LIMIT_PUSH_SECONDS 4u

/* Findings printed by a hook that speaks to a pusher. */
#define LIMIT_PUSHER_FINDINGS 20u

/* A report in memory before it is written out whole. */
#define LIMIT_REPORT_BYTES (1u << 30)

/* A text handed to a parser; Semgrep's bound is a million bytes. Grammars read 4 to 25 MB/s, so it is not for
 * parsing: what patterns and taint do with so much dense code takes 2 to 7 s already (3 MB: 6 to 22 s and up
 * to 1 GB). sluice.path.<glob>.syntax is for larger files. */
#define LIMIT_PARSE_BYTES (1u << 20)

/* Time of the processor for parsing one text: a file of 30 KB needs 2 to 5 ms, while error
 * recovery takes minutes for 200 KB made for it. */
#define LIMIT_PARSE_MS 1000u

/* Syntax nodes of one text, 32 bytes each. Source has 200 to 400 a KB; the
 * bound is that of a text of LIMIT_PARSE_BYTES with one node a byte. */
#define LIMIT_PARSE_NODES (1u << 20)

/* What a parser may hold while it parses one text: source takes 20 to 60
 * bytes a byte; 200 KB made for it take over 20 GB in one step. */
#define LIMIT_PARSE_MEMORY (256u << 20)

/* Pairs of files compared for a rename (git's diff.renameLimit, 1000 by 1000; above it only
 * equal content is looked for), and the content that one search reads; files
 * beyond are compared by id alone. */
#define LIMIT_RENAME_PAIRS (1000u * 1000u)
#define LIMIT_RENAME_BYTES (32u << 20)

/* Matches of one operand of a rule in one window, and pairs of two operands' matches that are compared. A
 * text of LIMIT_PARSE_BYTES has some 200,000 expressions, which a pattern like $X matches, one and all. */
#define LIMIT_RANGES      (1u << 18)
#define LIMIT_RANGE_PAIRS (1u << 28)

/* Comparing patterns with syntax: steps of one pattern in one text and in one
 * place of it, matches of one place, what is still to be compared at a time,
 * and nesting. 3 million steps take a fifth of a second. */
#define LIMIT_PATTERN_STEPS       3000000u
#define LIMIT_PATTERN_PLACE_STEPS 300000u
#define LIMIT_PATTERN_SOLUTIONS   200u
#define LIMIT_PATTERN_GOALS       4096u
#define LIMIT_PATTERN_DEPTH       400u

/* The same for generic patterns; a place counts where matching must go back. */
#define LIMIT_GENERIC_STEPS       30000000u
#define LIMIT_GENERIC_PLACE_STEPS 300000u

/* Taint: steps and marks of one rule in one text, passes over one function
 * until its loops change nothing more, rounds over all functions (as deep as calls
 * are followed), places of one function where branches meet, and the steps that the
 * program of one text is. */
#define LIMIT_TAINT_WORK   10000000u
#define LIMIT_TAINT_PASSES 1000u
#define LIMIT_TAINT_ROUNDS 16u
#define LIMIT_TAINT_LABELS 20000u
#define LIMIT_TAINT_STEPS  (1u << 20)

/* Variables and fields that may be tainted at a time, origins of one value,
 * and steps of one trace, which is cut there. */
#define LIMIT_TAINT_PATHS 4096u
#define LIMIT_TAINT_ITEMS 64u
#define LIMIT_TAINT_TRACE 32u

/* Of an import that is read for the names it gives. */
#define LIMIT_IMPORT_BYTES 4096u

#endif
