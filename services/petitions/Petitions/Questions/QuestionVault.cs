using System.Security.Cryptography;
using System.Text;
using DanVan.Petitions.Identities;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Questions;

/// <summary>Seals what is asked and answered as the <see cref="IdentityVault"/> seals who petitions: the texts can tell as much.</summary>
public sealed class QuestionVault(IOptions<VaultOptions> vault)
{
    readonly DerivedKeys keys = new(vault, "questions");

    public Question Seal(Guid petitionId, string text, DateOnly askedOn, DateOnly? answerBy)
    {
        var id = Guid.CreateVersion7();
        var dataKey = RandomNumberGenerator.GetBytes(32);
        return new Question
        {
            Id = id,
            PetitionId = petitionId,
            AskedOn = askedOn,
            AnswerBy = answerBy,
            KeyId = keys.CurrentId,
            WrappedKey = Box.Close(keys.Current, dataKey, Place(id, "wrapped_key")),
            Text = Box.Close(dataKey, Encoding.UTF8.GetBytes(text), Place(id, "question")),
        };
    }

    public byte[] SealAnswer(Question question, string answer) =>
        Box.Close(DataKeyOf(question), Encoding.UTF8.GetBytes(answer), Place(question.Id, "answer"));

    /// <exception cref="CryptographicException">The row was changed or moved.</exception>
    /// <exception cref="KeyNotFoundException">The key that wraps this question is not configured.</exception>
    public QuestionView Open(Question question)
    {
        var dataKey = DataKeyOf(question);
        string Column(string column, byte[] box) => Encoding.UTF8.GetString(Box.Open(dataKey, box, Place(question.Id, column)));
        return new(
            question.Id,
            Column("question", question.Text),
            question.AskedOn,
            question.AnswerBy,
            question.Answer is null ? null : Column("answer", question.Answer),
            question.AnsweredOn
        );
    }

    /// <summary>Wraps the data key by the present key. What it encrypts is not touched.</summary>
    public void Rewrap(Question question)
    {
        question.WrappedKey = Box.Close(keys.Current, DataKeyOf(question), Place(question.Id, "wrapped_key"));
        question.KeyId = keys.CurrentId;
    }

    byte[] DataKeyOf(Question question) =>
        Box.Open(
            keys.Find(question.KeyId) ?? throw new KeyNotFoundException($"Vault: no key {question.KeyId}"),
            question.WrappedKey,
            Place(question.Id, "wrapped_key")
        );

    static string Place(Guid id, string column) => $"questions|{id}|{column}";
}
