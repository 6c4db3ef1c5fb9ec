# ruleid: comment-suppression-ruby-php
eval(text) # rubocop:disable Security/Eval
# ruleid: comment-suppression-ruby-php
a rescue nil # rubocop:disable Style/RescueModifier
# ok: comment-suppression-ruby-php
b # rubocop:disable Metrics/MethodLength
# ok: comment-suppression-ruby-php
c # rubocop is used
