package io.arrears.lender;

/** The language of what people read of a night: English or Simplified Chinese. */
public enum Language {
    EN,
    ZH
}
