using System.Security.Cryptography;
using System.Text;
using DanVan.Chassis.Http;
using DanVan.Chassis.Messaging;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Identities;
using DanVan.Petitions.Questions;
using DanVan.Petitions.Receipts;
using Microsoft.Extensions.Options;
using static DanVan.Petitions.Tests.Rules.Days;
using static DanVan.Petitions.Tests.Rules.SamplePetitions;

namespace DanVan.Petitions.Tests.Rules;

public sealed class ReceiptTests
{
    const int RatingDays = 30;

    static readonly string Key = NewKey();
    static readonly Guid Id = Guid.CreateVersion7();

    [Fact]
    public void Code_and_PIN_are_recognised_by_the_row_and_nothing_else_is()
    {
        var (row, shown) = Book(Key).Issue(Id);
        var code = TrackingCode.Parse(shown.Code)!;

        Assert.Equal([row.CodeHash], Book(Key).HashesOf(code));
        Assert.True(Book(Key).IsRight(row.KeyId, row.PinHash, code, shown.Pin));
        Assert.False(Book(Key).IsRight(row.KeyId, row.PinHash, code, shown.Pin == "000000" ? "000001" : "000000"));
        Assert.False(Book(Key).IsRight(row.KeyId, row.PinHash, TrackingCode.New(), shown.Pin));
        Assert.False(Book(Key).IsRight(null, null, code, shown.Pin));
    }

    [Fact]
    public void The_same_code_under_another_key_is_not_the_row()
    {
        var (row, shown) = Book(Key).Issue(Id);

        Assert.DoesNotContain(Book(NewKey()).HashesOf(TrackingCode.Parse(shown.Code)!), hash => hash.SequenceEqual(row.CodeHash));
    }

    [Fact]
    public void An_old_key_still_recognises_its_receipts()
    {
        var (row, shown) = Book(Key).Issue(Id);
        var code = TrackingCode.Parse(shown.Code)!;
        var later = Book(NewKey(), Key);

        Assert.Contains(later.HashesOf(code), hash => hash.SequenceEqual(row.CodeHash));
        Assert.True(later.IsRight(row.KeyId, row.PinHash, code, shown.Pin));
        Assert.NotEqual(row.KeyId, later.Issue(Id).Row.KeyId);
    }

    [Fact]
    public void A_stored_answer_opens_in_its_place_only_and_while_its_key_is_known()
    {
        IAnswerSeal book = Book(Key);
        var box = book.Seal("{}"u8.ToArray(), "a clerk\nkey 1");

        Assert.Equal("{}"u8.ToArray(), ((IAnswerSeal)Book(NewKey(), Key)).Open(box, "a clerk\nkey 1"));
        Assert.ThrowsAny<CryptographicException>(() => book.Open(box, "a clerk\nkey 2"));
        Assert.Null(((IAnswerSeal)Book(NewKey())).Open(box, "a clerk\nkey 1"));
    }

    [Fact]
    public void Neither_a_receipt_nor_what_is_sent_with_it_prints()
    {
        var (_, shown) = Book(Key).Issue(Id);
        object[] secret =
        [
            shown,
            new ReadStatus.Request(shown.Code, shown.Pin),
            new AnswerQuestion.Request(shown.Code, shown.Pin, Id, "tại nhà"),
            new Ratings.RatePetition.Request(shown.Code, shown.Pin, 5),
            new QuestionView(Id, "tại nhà", Today, null, shown.Pin, null),
        ];

        Assert.All(secret, one => Assert.DoesNotMatch($"{shown.Pin}|{shown.Code}|nhà", one.ToString()));
    }

    [Fact]
    public void A_question_and_its_answer_open_and_stand_in_no_row_in_the_clear()
    {
        var vault = Vault(Key);
        var question = vault.Seal(Id, "Nhà ông ở đâu?", Today, Today.AddDays(7));
        question.Take(vault.SealAnswer(question, "Ở thôn Đông"), Today.AddDays(1));

        Assert.Equal(
            new QuestionView(question.Id, "Nhà ông ở đâu?", Today, Today.AddDays(7), "Ở thôn Đông", Today.AddDays(1)),
            Vault(NewKey(), Key).Open(question)
        );
        foreach (var text in new[] { "Nhà ông ở đâu?", "Ở thôn Đông" })
        foreach (var column in new[] { question.Text, question.Answer!, question.WrappedKey })
            Assert.True(column.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) < 0);
        Assert.Throws<KeyNotFoundException>(() => Vault(NewKey()).Open(question));
    }

    [Fact]
    public void Questions_are_asked_and_answered_while_the_petition_is_open()
    {
        var petition = Accepted(PetitionKind.KhieuNai);
        Assert.Null(petition.MayBeAsked(null, Today));
        Assert.Null(petition.MayBeAsked(Today, Today));
        Is("petitions.answer-day-has-passed", petition.MayBeAsked(Today.AddDays(-1), Today));
        Assert.Null(petition.MayAnswer());

        Resolve(petition);

        Is("petitions.wrong-state", petition.MayBeAsked(null, Today));
        Is("petitions.questions-are-closed", petition.MayAnswer());
    }

    [Fact]
    public void A_petition_is_rated_from_its_end_until_the_days_set_are_over()
    {
        var petition = Accepted(PetitionKind.KhieuNai);
        Is("petitions.not-closed-yet", petition.MayBeRated(RatingDays, Today));

        Resolve(petition);

        Assert.Equal(Date("2026-09-27"), petition.RatableUntil(RatingDays));
        Assert.Null(petition.MayBeRated(RatingDays, Date("2026-08-28")));
        Assert.Null(petition.MayBeRated(RatingDays, Date("2026-09-27")));
        Is("petitions.rating-is-over", petition.MayBeRated(RatingDays, Date("2026-09-28")));
    }

    [Fact]
    public void Every_event_of_a_petition_is_told_to_the_petitioner_or_named_as_untold()
    {
        var ofPetitions = EventType
            .In(typeof(PetitionReceived).Assembly)
            .Where(type => type.GetProperty("PetitionId") is not null)
            .Select(type => EventType.Of(type).Name);

        Assert.All(ofPetitions, type => Assert.True(PlainWords.Tells(type) ^ PlainWords.Untold.Contains(type), type));
    }

    [Fact]
    public void Every_state_has_words_of_its_own() =>
        Assert.Distinct(Enum.GetValues<PetitionState>().Select(state => PlainWords.Of(state, null)));

    [Fact]
    public void What_comes_next_is_the_first_duty_with_its_day_and_article()
    {
        var next = PlainWords.NextOf(Received(PetitionKind.KhieuNai), null, Engine, Table)!;

        Assert.Equal(
            ("Thụ lý hoặc không thụ lý khiếu nại", Date("2026-08-12"), "Luật 136/2025 Đ2.15b; NĐ 155/2026 Đ10"),
            (next.What, next.By, next.Article)
        );
    }

    /// <summary>Luật KN Đ33: the second complaint is lodged within 30 days.</summary>
    [Fact]
    public void After_a_first_decision_the_complainant_learns_of_the_second_complaint_with_its_limit()
    {
        var petition = Accepted(PetitionKind.KhieuNai);
        Resolve(petition);
        var sent = petition.ClosedOn!.Value;
        Assert.Equal("Gửi quyết định giải quyết khiếu nại lần đầu", PlainWords.NextOf(petition, null, Engine, Table)!.What);
        Assert.Null(petition.Send(SendingKind.Decision, [Addressee.Petitioner], sent, "1", null, Engine, Today));

        var next = PlainWords.NextOf(petition, null, Engine, Table)!;

        Assert.Contains("30 ngày", next.What, StringComparison.Ordinal);
        Assert.Equal((null, "Luật Khiếu nại Đ33"), (next.By, next.Article));
    }

    [Fact]
    public void While_the_clock_stands_no_day_is_named()
    {
        var petition = Accepted(PetitionKind.ToCao);
        Assert.Null(petition.Suspend(Date("2026-08-14"), "33/QĐ", Engine, Today, out _));

        Assert.Null(PlainWords.NextOf(petition, null, Engine, Table)!.By);
    }

    static void Resolve(Petition petition) =>
        Assert.Null(petition.Resolve(Outcome.Sai, Date("2026-08-28"), "1/QĐ", Committee, Engine, Today));

    static ReceiptBook Book(string key, params string[] old) => new(Options.Create(With(key, old)));

    static QuestionVault Vault(string key, params string[] old) => new(Options.Create(With(key, old)));

    static VaultOptions With(string key, string[] old)
    {
        var options = new VaultOptions { Key = key };
        foreach (var one in old)
            options.OldKeys.Add(one);
        return options;
    }

    static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
