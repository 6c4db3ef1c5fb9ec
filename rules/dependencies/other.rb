# ruleid: gem-from-repository
gem "tool", git: "https://example.org/tool.git"
# ruleid: gem-from-repository
gem "other", "~> 1.0", github: "example/other", branch: "main"
# ok: gem-from-repository
gem "tool", git: "https://example.org/tool.git", ref: "{{sluice-hex:40}}"
# ok: gem-from-repository
gem "third", "~> 2.1"
