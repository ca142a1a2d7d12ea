using System.Security.Cryptography;
using DanVan.Files;
using DanVan.Petitions.Attachments;
using DanVan.Petitions.Identities;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>One ciphertext, several files: each opens it by a key of its own row and by no other's.</summary>
public sealed class SharedFileTests
{
    static readonly DateOnly Day = new(2026, 8, 3);
    static readonly string Key = NewKey();

    readonly AttachmentVault vault = Vault(Key);
    readonly byte[] content = RandomNumberGenerator.GetBytes(100_000);
    readonly byte[] box;
    readonly SealedFile file;

    public SharedFileTests()
    {
        var (id, key) = AttachmentVault.NewFile();
        using var ciphertext = new MemoryStream();
        using var sealing = new SealingStream(ciphertext, key, AttachmentVault.PlaceOf(id));
        sealing.Write(content);
        file = vault.Seal(id, key, sealing.Complete(), FileType.Text, redacted: false, Day);
        box = ciphertext.ToArray();
    }

    [Fact]
    public void What_is_shared_opens_however_often_it_is_shared()
    {
        var shared = vault.Share(vault.Share(file));

        Assert.Equal(content, Open(shared));
        Assert.Equal(vault.DigestOf(file), vault.DigestOf(shared));
        Assert.Equal((file.Id, file.BlobSha256, file.Type, Day), (shared.SealedAs, shared.BlobSha256, shared.Type, shared.AddedOn));
        Assert.NotEqual(file.Id, shared.Id);
        Assert.Equal(content, Open(file));
    }

    [Fact]
    public void A_key_opens_in_its_own_row_only()
    {
        var shared = vault.Share(file);
        shared.WrappedKey = file.WrappedKey;

        Assert.ThrowsAny<CryptographicException>(() => Open(shared));
    }

    [Fact]
    public void What_is_shared_is_wrapped_by_a_new_key_of_the_vault_too()
    {
        var next = NewKey();
        var shared = vault.Share(file);

        Vault(next, Key).Rewrap(shared);

        Assert.Equal(content, Open(shared, Vault(next)));
    }

    [Fact]
    public void Erasing_one_leaves_the_other_and_what_was_erased_goes_along_no_more()
    {
        var attachment = new Attachment
        {
            PetitionId = Guid.CreateVersion7(),
            Number = 3,
            AddedOn = Day,
            ContentKey = [1],
        };
        attachment.Put(file);
        var along = attachment.AlongTo(Guid.CreateVersion7(), 1, vault);

        attachment.Erase(Day);

        Assert.Equal((1, attachment.PetitionId, null), (along.Number, along.KeyedFor, along.ErasedOn));
        Assert.Equal(content, Open(along.Original!));
        var late = along.AlongTo(Guid.CreateVersion7(), 1, vault);
        Assert.Equal(attachment.PetitionId, late.KeyedFor);
        var erased = attachment.AlongTo(Guid.CreateVersion7(), 1, vault);
        Assert.Equal((null, null, Day), (erased.Original, erased.ContentKey, erased.ErasedOn));
    }

    byte[] Open(SealedFile one, AttachmentVault? by = null)
    {
        using var opened = (by ?? vault).Open(one, new MemoryStream(box));
        using var clear = new MemoryStream();
        opened.CopyTo(clear);
        return clear.ToArray();
    }

    static AttachmentVault Vault(string key, params string[] former)
    {
        var options = new VaultOptions { Key = key };
        foreach (var one in former)
            options.OldKeys.Add(one);
        return new(Options.Create(options));
    }

    static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
