using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using DanVan.Chassis.Auth;
using Microsoft.Extensions.Options;

namespace DanVan.Gateway.Quotas;

/// <summary>The allowances of this gateway's clients: by client, or by address without a valid token.</summary>
sealed class Allowances
{
    readonly ConcurrentDictionary<(string Issuer, string Subject, string? Quota), Allowance> byClient = new();
    readonly ConcurrentDictionary<IPAddress, Allowance> byAddress = new();
    readonly Dictionary<string, QuotaClass> classes;
    readonly QuotaOptions options;
    readonly Allowance newcomers;
    int remembered;

    public Allowances(IOptions<QuotaOptions> configured)
    {
        options = configured.Value;
        classes = options.Classes.ToDictionary(x => x.Key, x => new QuotaClass(x.Key, x.Value, options.Replicas));
        newcomers = new(classes[options.Anonymous]);
    }

    public Allowance Of(Caller caller)
    {
        // A client that is given another class starts with a full bucket of that class; until its last token of the class before has expired it has both.
        var key = (caller.Issuer, caller.Subject, caller.Quota);
        if (byClient.TryGetValue(key, out var known))
            return known;
        return Remember(byClient, key, ClassOf(caller));
    }

    public Allowance Of(IPAddress? address)
    {
        var key = Host(address ?? IPAddress.None);
        return byAddress.TryGetValue(key, out var known) ? known : Remember(byAddress, key, classes[options.Anonymous]);
    }

    /// <summary>Forgets the clients whose bucket is full. One that is being taken from at this moment loses a single count.</summary>
    public void Forget(long now)
    {
        Forget(byClient, now);
        Forget(byAddress, now);
        Volatile.Write(ref remembered, byClient.Count + byAddress.Count);
    }

    // What the operator set here goes before what the token says; a class that is not known here is the standard one.
    QuotaClass ClassOf(Caller caller) =>
        options.Clients.TryGetValue(caller.Subject, out var set) ? classes[set]
        : caller.Quota is { } given && classes.TryGetValue(given, out var known) ? known
        : classes[options.Standard];

    Allowance Remember<TKey>(ConcurrentDictionary<TKey, Allowance> table, TKey key, QuotaClass quota)
        where TKey : notnull
    {
        if (Volatile.Read(ref remembered) >= options.MaxRemembered)
            return newcomers;
        Interlocked.Increment(ref remembered);
        return table.GetOrAdd(key, static (_, quota) => new Allowance(quota), quota);
    }

    static void Forget<TKey>(ConcurrentDictionary<TKey, Allowance> table, long now)
        where TKey : notnull
    {
        foreach (var (key, allowance) in table)
            if (allowance.IsFull(now))
                table.TryRemove(key, out _);
    }

    /// <summary>One subscriber of an IPv6 network holds a whole /64, so it counts as one address.</summary>
    static IPAddress Host(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new(bytes);
    }
}
