package io.dyadwire.alerts.channel;

import java.net.URI;

/** How text of others is written so that it stays text. */
public enum Markup {
    /** As it is. */
    PLAIN {
        @Override
        String escaped(String text) {
            return text;
        }
    },
    /** HTML, also within an attribute in double quotes. */
    HTML {
        @Override
        String escaped(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;");
        }
    },
    /** Slack's mrkdwn: whoever cannot write {@code <} can neither link nor call anybody. */
    SLACK {
        @Override
        String escaped(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        }
    },
    /** Markdown of Discord, Mattermost and Teams; an {@code @} calls nobody. */
    MARKDOWN {
        @Override
        String escaped(String text) {
            StringBuilder escaped = new StringBuilder(text.length() + 16);
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (SPECIAL.indexOf(c) >= 0) {
                    escaped.append('\\');
                }
                escaped.append(c);
                if (c == '@') {
                    escaped.append('\u200b');
                }
            }
            return escaped.toString();
        }

        @Override
        String link(String url) {
            return url.replace("(", "%28").replace(")", "%29");
        }
    };

    private static final String SPECIAL = "\\`*_{}[]()#+-!|<>~";

    /** Text of others on one line, without control characters. */
    public String text(String text) {
        return escaped(PlainText.of(text)).strip();
    }

    /** An http or https address for a link; empty for any other, which may do more than lead somewhere. */
    public String link(URI url) {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        return web && url.getHost() != null ? link(url.toASCIIString()) : "";
    }

    abstract String escaped(String text);

    String link(String url) {
        return escaped(url);
    }
}
