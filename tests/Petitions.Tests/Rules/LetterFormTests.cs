using DanVan.Documents;
using DanVan.Petitions.Eligibility;
using DanVan.Petitions.Identities;
using DanVan.Petitions.Letters;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>The forms of letters: which petition may be answered with which, and what they say.</summary>
public sealed class LetterFormTests
{
    static readonly SymbolTable symbols = SymbolTable.Load();
    static readonly LetterForms forms = LetterForms.Load(symbols);
    static readonly Petitioner petitioner = new(PetitionerType.Individual, "Nguyễn Văn Ví Dụ", "Thôn Ví Dụ", null, null);

    [Fact]
    public void Every_number_of_a_form_in_the_handling_matrix_leads_to_one_letter()
    {
        foreach (var rule in EligibilityTests.LawOfHandling.Handling.Where(rule => rule.Form is not null))
        foreach (var kind in rule.Kinds!)
            Assert.Single(forms.For(rule, kind));
    }

    [Fact]
    public void Every_action_that_is_told_to_somebody_leads_to_a_letter()
    {
        foreach (
            var rule in EligibilityTests.LawOfHandling.Handling.Where(r => r.Action is not (HandlingAction.File or HandlingAction.Inspect))
        )
        foreach (var kind in rule.Kinds ?? Enum.GetValues<PetitionKind>())
            Assert.NotEmpty(forms.For(rule, kind));
    }

    [Fact]
    public void Every_form_has_a_place_for_a_text_of_its_own_and_a_mark()
    {
        Assert.Distinct(forms.All.Select(form => form.Code));
        Assert.All(forms.All, form => Assert.Contains(form.Text, paragraph => paragraph.Text.Contains("{text}", StringComparison.Ordinal)));
        Assert.All(forms.All, form => Assert.Contains(form.Mark, new[] { "V", "V2", "M", "?" }));
        Assert.All(forms.All, form => Assert.Equal(form.Number is null, form.FormMark is null));
    }

    /// <summary>Luật TC Đ29.3: the denounced learns the content only; decisions go to them as well.</summary>
    [Fact]
    public void What_the_denounced_reads_has_no_place_for_who_denounced_them()
    {
        var toOthers = forms.All.Where(form => form.Addressee is LetterAddressee.Denounced or LetterAddressee.Concerned).ToList();

        Assert.Equal(6, toOthers.Count);
        Assert.All(toOthers, form => Assert.DoesNotContain("{petitioner}", string.Concat(form.Texts), StringComparison.Ordinal));
        Assert.DoesNotContain(
            "{reference}",
            string.Concat(toOthers.Single(form => form.Addressee is LetterAddressee.Denounced).Texts),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("""{"text": "{name}"}""", "PETITIONER", "TB", "{name}")]
    [InlineData("""{"text": "{petitioner}"}""", "DENOUNCED", "TB", "denounced")]
    [InlineData("""{"text": "{address}"}""", "CONCERNED", "TB", "denounced")]
    [InlineData("""{"text": "x"}""", "PETITIONER", "XX", "XX")]
    public void A_table_that_cannot_be_used_stops_the_start_and_says_why(string paragraph, string addressee, string type, string told)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(
            file,
            $$"""[{"code": "X", "vi": "x", "en": "x", "abstract": "x", "addressee": "{{addressee}}", "type": "{{type}}", "text": [{{paragraph}}], "recipients": [], "article": "x", "mark": "M"}]"""
        );

        Assert.Contains(told, Assert.Throws<InvalidDataException>(() => LetterForms.Load(symbols, file)).Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Theory]
    [InlineData("RECEIPT", null)]
    [InlineData("KN.ACCEPTANCE", "petitions.letter-in-wrong-state")]
    [InlineData("TC.ACCEPTANCE", "petitions.letter-of-another-kind")]
    [InlineData("NON_ACCEPTANCE", "petitions.letter-in-wrong-state")]
    [InlineData("GUIDANCE", "petitions.letter-in-wrong-state")]
    [InlineData("RETURN", "petitions.letter-without-cause")]
    [InlineData("FORWARDING", "petitions.letter-in-wrong-state")]
    [InlineData("EXTENSION", "petitions.letter-of-another-kind")]
    [InlineData("RESUMPTION", "petitions.letter-in-wrong-state")]
    [InlineData("REMINDER", "petitions.letter-in-wrong-state")]
    [InlineData("RECEPTION.REFUSAL", "petitions.letter-in-wrong-state")]
    public void A_complaint_that_was_only_received_is_answered_with_its_receipt_only(string code, string? refused) =>
        Assert.Equal(refused, Written(Received(PetitionKind.KhieuNai), code, "vì lý do"));

    [Fact]
    public void Each_step_opens_its_letter()
    {
        var accepted = Accepted(PetitionKind.KhieuNai);
        Assert.Null(Written(accepted, "KN.ACCEPTANCE"));
        Assert.Equal("petitions.letter-without-cause", Written(accepted, "RESUMPTION"));
        Assert.Equal("petitions.letter-text-missing", Written(accepted, "KN.DIALOGUE"));
        Assert.Null(Written(accepted, "KN.DIALOGUE", "Lúc 8 giờ ngày 20/08/2026 tại trụ sở."));

        Assert.Null(accepted.Suspend(Date("2026-08-14"), "33/QĐ", Engine, Today, out _));
        Assert.Null(Written(accepted, "KN.SUSPENSION"));
        Assert.Null(accepted.Resume(Date("2026-08-20"), "34/QĐ", Engine, Today));
        Assert.Equal("petitions.letter-in-wrong-state", Written(accepted, "KN.SUSPENSION"));
        Assert.Null(Written(accepted, "RESUMPTION"));

        var guided = Received(PetitionKind.KhieuNai);
        Assert.Null(guided.Guide(null, Date("2026-08-06"), "1", Today));
        Assert.Null(Written(guided, "GUIDANCE"));

        var refused = Received(PetitionKind.KhieuNai);
        Assert.Null(refused.Refuse("KN.11.6", Date("2026-08-06"), "1", Today));
        Assert.Null(Written(refused, "NON_ACCEPTANCE"));
    }

    [Fact]
    public void A_reminder_is_sent_while_the_answer_is_owed()
    {
        var forwarded = Received(PetitionKind.ToCao);
        Assert.Null(forwarded.Forward(Guid.CreateVersion7(), Date("2026-08-06"), "1", Engine, Today));

        Assert.Null(Written(forwarded, "REMINDER", awaitsAnswer: true));
        Assert.Equal("petitions.letter-without-cause", Written(forwarded, "REMINDER", awaitsAnswer: false));
        Assert.Null(Written(forwarded, "FORWARDING.NOTICE"));
    }

    /// <summary>Luật TC Đ25: an anonymous denunciation is not answered.</summary>
    [Fact]
    public void Nobody_is_written_to_who_gave_no_name()
    {
        var anonymous = New(PetitionKind.ToCao, petitioner: null);
        Assert.Null(anonymous.Register(Committee, Engine, Today));

        Assert.Equal("petitions.nobody-to-write-to", Written(anonymous, "RECEIPT"));
    }

    [Theory]
    [InlineData("2026-08-02", "petitions.date-before-previous-step")]
    [InlineData("2026-11-21", "petitions.date-in-the-future")]
    public void The_date_is_neither_before_the_last_step_nor_in_the_future(string on, string refused) =>
        Is(refused, Received(PetitionKind.KhieuNai).MayBeWritten(forms.Find("RECEIPT", Date("2026-08-05"))!, Date(on), null, false, Today));

    [Fact]
    public void A_paragraph_about_what_there_is_not_is_left_out()
    {
        var source = new LetterSource(Received(PetitionKind.PhanAnh), "CHỦ TỊCH", "Ủy ban nhân dân", null, null, null);

        Assert.Null(LetterText.Fill("Kết quả: {outcome}.", source));
        Assert.Null(LetterText.Fill("{text}", source));
        Assert.Equal("phản ánh của {petitioner}", LetterText.Fill("{kind} của {petitioner}", source));
    }

    [Fact]
    public void What_somebody_wrote_is_never_a_place_to_fill()
    {
        var source = new LetterSource(Received(PetitionKind.PhanAnh), "", "", null, null, "{petitioner} {{petitioner}} {summary} {");
        var text = LetterText.Fill("{text} / {petitioner}", source)!;

        Assert.Equal("{petitioner} {{petitioner}} {summary} { / Ông/Bà Nguyễn Văn Ví Dụ", Body(LetterText.Named(Saying(text), petitioner)));
    }

    [Fact]
    public void The_neutral_copy_names_the_petition_and_not_its_writer()
    {
        var petition = Received(PetitionKind.KhieuNai);
        var letter = Saying("Đơn của {petitioner}; địa chỉ: {address}.");

        Assert.Equal($"Đơn của Ông/Bà có đơn số {petition.Id}; địa chỉ: theo hồ sơ.", Body(LetterText.Neutral(letter, petition)));
        Assert.Equal("Đơn của Ông/Bà Nguyễn Văn Ví Dụ; địa chỉ: Thôn Ví Dụ.", Body(LetterText.Named(letter, petitioner)));
        Assert.True(LetterText.Names(letter));
        Assert.False(LetterText.Names(Saying("{{petitioner}}")));
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/pdf", "application/pdf")]
    [InlineData("text/html, application/pdf;q=0.8, application/json;q=0.2", "application/pdf")]
    [InlineData(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )]
    [InlineData("application/*;q=0.5", "application/json")]
    [InlineData("text/html", null)]
    [InlineData("application/pdf;q=0", null)]
    [InlineData("]", null)]
    public void The_form_is_the_one_that_is_asked_for(string? accept, string? form)
    {
        var request = new Microsoft.AspNetCore.Http.DefaultHttpContext().Request;
        request.Headers.Accept = accept;

        Assert.Equal(form, AcceptedForm.Of(request));
    }

    static string? Written(Petition petition, string code, string? text = null, bool awaitsAnswer = false) =>
        petition.MayBeWritten(forms.Find(code, Date("2026-08-20"))!, Date("2026-08-20"), text, awaitsAnswer, Today)?.Code;

    static OfficialDocument Saying(string text) =>
        new(
            DocumentLayout.State,
            null,
            "Ủy ban nhân dân",
            "01/TB-UBND",
            "Hà Nội",
            Date("2026-08-20"),
            "Thông báo",
            "",
            [],
            [new Paragraph(text)],
            [],
            new(null, null, "Chủ tịch", "Trần Văn Mẫu")
        );

    static string Body(OfficialDocument document) => ((Paragraph)document.Body[0]).Text;
}
