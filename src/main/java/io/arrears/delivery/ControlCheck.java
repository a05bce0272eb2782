package io.arrears.delivery;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.feed.Feed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Half a file is worse than none: what arrived must be what control.csv and the policies say was sent. */
final class ControlCheck {

    private final Delivery delivery;
    private final Controls controls;
    private final DeliveryValidation.Demands demands;

    ControlCheck(Delivery delivery, Controls controls, DeliveryValidation.Demands demands) {
        this.delivery = delivery;
        this.controls = controls;
        this.demands = demands;
    }

    Controls controls() {
        return controls;
    }

    boolean sums(Feed feed) {
        Controls.OfFeed stated = controls.feeds().get(feed);
        return stated != null && stated.amount() != null;
    }

    boolean expectsNoRows(Feed feed) {
        Controls.OfFeed stated = controls.feeds().get(feed);
        return stated != null && stated.rows() == 0;
    }

    /** Before any row is read. */
    void requireFiles() {
        List<String> faults = new ArrayList<>();
        if (delivery.control() == null && demands.controlsRequired()) {
            faults.add("control.csv is missing, but the policy says controls: required");
        }
        for (Feed feed : Feed.values()) {
            boolean there = delivery.files().containsKey(feed);
            Controls.OfFeed stated = controls.feeds().get(feed);
            if (there && delivery.control() != null && stated == null) {
                faults.add(feed.file() + " is there, but control.csv has no row for it");
            } else if (!there && stated != null && stated.rows() > 0) {
                faults.add(feed.file() + " is missing, but control.csv says " + stated.rows() + " rows");
            } else if (!there && demands.requiredFeeds().contains(feed)) {
                faults.add(feed.file() + " is missing, but the policy requires it");
            }
        }
        refuse(faults);
    }

    /** Once every row was read. */
    void requireTotals(List<FeedResult> results) {
        List<String> faults = new ArrayList<>();
        for (FeedResult result : results) {
            Controls.OfFeed stated = controls.feeds().get(result.feed());
            if (stated == null) {
                continue;
            }
            if (stated.rows() != result.rows()) {
                faults.add(result.feed().file() + " has " + result.rows() + " rows, control.csv says " + stated.rows());
            }
            @Nullable BigDecimal amount = stated.amount();
            if (amount != null && amount.compareTo(result.amount()) != 0) {
                faults.add(result.feed().file() + " adds up to " + plain(result.amount()) + ", control.csv says "
                        + plain(amount));
            }
        }
        refuse(faults);
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(
                    ExitCode.REJECTED,
                    String.join("; ", faults) + "; nothing of the delivery in " + delivery.folder()
                            + " was loaded. Ask for the whole delivery again");
        }
    }
}
