package io.arrears.audit;

import io.arrears.audit.FolderTree.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * What lies in a lender's folder: its nights, those that were withdrawn, and what does not belong there.
 *
 * @param nights the published folders in it, standing and withdrawn
 * @param replays what was told again of its nights
 * @param notices the signed notices of withdrawal
 * @param findings what lies there that no night or index is
 */
record LenderFolder(List<Path> nights, List<Path> replays, List<Path> notices, Findings findings) {

    /** A page for people that each night makes anew, and what one that was cut off left of it. */
    private static final Pattern INDEX = Pattern.compile("index\\.html(\\.new)?");

    /** What imports brought after the newest night, and what one that was cut off left of it. */
    private static final Pattern SINCE = Pattern.compile("since\\.csv(\\.new)?");

    /** Whether this is the folder of a night itself, or was meant to be one. */
    static boolean isNight(Path folder, SortedMap<String, Kind> inside) {
        String name = Night.name(Night.real(folder));
        return inside.containsKey(Manifest.FILE)
                || Night.NAME.matcher(name).matches()
                || Night.WITHDRAWN_NAME.matcher(name).matches();
    }

    static LenderFolder of(Path folder, SortedMap<String, Kind> inside) throws IOException {
        LenderFolder found = new LenderFolder(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new Findings());
        String name = Night.name(Night.real(folder));
        for (Map.Entry<String, Kind> entry : inside.entrySet()) {
            if (name.equals(Night.WITHDRAWN)) {
                found.takeWithdrawn(folder, entry.getKey(), entry.getValue(), "");
            } else {
                found.take(folder, entry.getKey(), entry.getValue());
            }
        }
        return found;
    }

    private void take(Path folder, String name, Kind kind) throws IOException {
        if (kind == Kind.FOLDER && Night.NAME.matcher(name).matches()) {
            nights.add(folder.resolve(name));
        } else if (kind == Kind.FOLDER && name.equals(Night.WITHDRAWN)) {
            Path withdrawn = folder.resolve(name);
            FolderTree.top(withdrawn).forEach((inside, is) -> takeWithdrawn(withdrawn, inside, is, name + "/"));
        } else if (kind == Kind.FOLDER && name.equals(Night.REPLAYS)) {
            Path replayed = folder.resolve(name);
            FolderTree.top(replayed).forEach((inside, is) -> takeReplay(replayed, inside, is));
        } else if (kind == Kind.FILE && INDEX.matcher(name).matches()) {
            findings.unproven(name + ": is a page that nobody signs; each night's own folder proves its figures");
        } else if (kind == Kind.FILE && SINCE.matcher(name).matches()) {
            findings.unproven(
                    name + ": tells what came after the newest night, which the next night's own folder proves");
        } else if (kind == Kind.FILE && !looksLikeNight(name)) {
            findings.unproven(name + ": is nothing that a night writes here, and was not looked at");
        } else {
            findings.differs(name + ": is " + kind.text() + " among the nights, and none of them");
        }
    }

    private void takeReplay(Path replayed, String name, Kind kind) {
        if (kind == Kind.FOLDER && Night.NAME.matcher(name).matches()) {
            replays.add(replayed.resolve(name));
        } else {
            findings.differs(
                    Night.REPLAYS + "/" + name + ": is " + kind.text() + " among the replays, and none of them");
        }
    }

    private void takeWithdrawn(Path withdrawn, String name, Kind kind, String in) {
        if (kind == Kind.FOLDER && Night.WITHDRAWN_NAME.matcher(name).matches()) {
            nights.add(withdrawn.resolve(name));
        } else if (kind == Kind.FILE && Withdrawal.FILE.matcher(name).matches()) {
            notices.add(withdrawn.resolve(name));
        } else {
            findings.differs(in + name + ": is " + kind.text() + " among the withdrawn nights, and none of them");
        }
    }

    private static boolean looksLikeNight(String name) {
        return name.matches("[0-9].*") || name.equals(Night.REPLAYS) || name.equals(Night.WITHDRAWN);
    }
}
