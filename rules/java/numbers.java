class Numbers {
    void arithmetic(HttpServletRequest request) {
        int count = Integer.parseInt(request.getParameter("count"));
        // ruleid: java-arithmetic-from-outside
        int twice = count * 2;
        int next = Integer.parseInt(System.getenv("NEXT"));
        // ruleid: java-arithmetic-from-outside
        next++;
        int least = Integer.parseInt(request.getParameter("least"));
        if (least < Integer.MAX_VALUE) {
            // ok: java-arithmetic-from-outside
            least = least + 1;
        }
        int fixed = 2;
        // ok: java-arithmetic-from-outside
        fixed = fixed * 2;
    }

    void narrowed(HttpServletRequest request) {
        int count = Integer.parseInt(request.getParameter("count"));
        // ruleid: java-narrowed-from-outside
        byte small = (byte) count;
        // ruleid: java-narrowed-from-outside
        short middle = (short) count;
        int other = Integer.parseInt(request.getParameter("other"));
        if (other > 100) {
            return;
        }
        // ok: java-narrowed-from-outside
        byte fits = (byte) other;
        int fixed = 2;
        // ok: java-narrowed-from-outside
        byte constant = (byte) fixed;
    }

    void divided(HttpServletRequest request) {
        int parts = Integer.parseInt(request.getParameter("parts"));
        // ruleid: java-divisor-from-outside
        int each = 100 / parts;
        // ruleid: java-divisor-from-outside
        int rest = 100 % parts;
        int other = Integer.parseInt(request.getParameter("other"));
        if (other != 0) {
            // ok: java-divisor-from-outside
            each = 100 / other;
        }
        int fixed = 2;
        // ok: java-divisor-from-outside
        each = 100 / fixed;
    }

    void indexed(HttpServletRequest request, int[] values) {
        int at = Integer.parseInt(request.getParameter("at"));
        // ruleid: java-index-from-outside
        int value = values[at];
        int other = Integer.parseInt(System.getenv("AT"));
        // ruleid: java-index-from-outside
        values[other] = 1;
        int checked = Integer.parseInt(request.getParameter("checked"));
        if (checked >= 0 && checked < values.length) {
            // ok: java-index-from-outside
            value = values[checked];
        }
        // ok: java-index-from-outside
        value = values[2];
    }

    void amounts(HttpServletRequest request) {
        int size = Integer.parseInt(request.getParameter("size"));
        // ruleid: java-amount-from-outside
        byte[] buffer = new byte[size];
        // ruleid: java-amount-from-outside
        List list = new ArrayList(size);
        int wait = Integer.parseInt(System.getenv("WAIT"));
        // ruleid: java-amount-from-outside
        Thread.sleep(wait);
        int times = Integer.parseInt(request.getParameter("times"));
        // ruleid: java-amount-from-outside
        for (int i = 0; i < times; i++) {
            work();
        }
        int most = Integer.parseInt(request.getParameter("most"));
        if (most > 100) {
            return;
        }
        // ok: java-amount-from-outside
        buffer = new byte[most];
        // ok: java-amount-from-outside
        for (int i = 0; i < most; i++) {
            work();
        }
    }
}
