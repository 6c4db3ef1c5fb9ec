class A {
    // ruleid: comment-suppression-java
    @SuppressWarnings("java:S2077")
    void a() {}
    // ruleid: comment-suppression-java
    Object b = read(); // NOPMD
    // ok: comment-suppression-java
    @SuppressWarnings("rawtypes")
    void c() {}
    // ok: comment-suppression-java
    @Override
    void d() {}
}
