using Muster.Domain.Outcomes;
using Muster.Domain.Sources;

namespace Muster.Server.Directories;

/// <summary>An object that somebody writes to the directory, and what is wrong with that. Used by one task.</summary>
/// <param name="number">Which of a bulk it is, from 1.</param>
/// <param name="content">What it is to be; null when it is to be removed, or could not be read.</param>
public sealed class DirectoryItem(int number, string externalId, SourceContent? content)
{
    private readonly List<DirectoryFault> _faults = [];
    private Refusal? _refusal;

    public int Number => number;

    public string ExternalId => externalId;

    public SourceContent? Content => content;

    /// <summary>The version that the change was made from; null when the caller does not mind.</summary>
    public long? ExpectedVersion { get; init; }

    public IReadOnlyList<DirectoryFault> Faults => _faults;

    public bool IsRefused => _faults.Count > 0;

    /// <summary>Why it does not go in; null when it does.</summary>
    public Refusal? Refusal => !IsRefused
        ? null
        : _refusal ?? new Refusal.Invalid([.. _faults.Select(fault => new FieldError(fault.Field, fault.Sentence))]);

    public void Refuse(IEnumerable<DirectoryFault> faults) => _faults.AddRange(faults);

    /// <param name="refusal">What a request for this object alone is answered; null: the field is wrong.</param>
    public void Refuse(string field, string? value, string message, Refusal? refusal = null)
    {
        _faults.Add(DirectoryFault.Of(field, value, message));
        _refusal ??= refusal;
    }
}
