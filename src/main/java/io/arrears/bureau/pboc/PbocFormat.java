package io.arrears.bureau.pboc;

import io.arrears.bureau.pboc.answer.PbocAnswer;
import io.arrears.bureau.pboc.file.BaselineFile;
import io.arrears.bureau.pboc.file.FileName;
import io.arrears.feed.KnownFact;
import io.arrears.furnish.Answer;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.BureauFormat;
import io.arrears.furnish.Reported;
import io.arrears.setting.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;

/** The second-generation format of the PBOC's Credit Reference Center. */
public final class PbocFormat implements BureauFormat {

    @Override
    public List<String> bureaus() {
        return List.of("pboc");
    }

    @Override
    public List<KnownFact> facts() {
        return PbocFacts.TABLE;
    }

    @Override
    public Bureau configure(String bureau, Setting own, Setting defaults, ZoneId zone) {
        return new PbocBureau(new PbocKeys(bureau, own, defaults).settings(zone));
    }

    @Override
    public String submission(String typed) {
        return FileName.parse(String.valueOf(Path.of(typed).getFileName())).text();
    }

    @Override
    public Answer answer(Path file) throws IOException {
        return PbocAnswer.of(file);
    }

    @Override
    public void baseline(Path file, LocalDate today, BiConsumer<String, Reported> taker) throws IOException {
        BaselineFile.read(file, today, taker);
    }
}
