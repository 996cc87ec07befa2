namespace Muster.Domain.Synchronization;

/// <summary>How a source is read.</summary>
public enum SourceType
{
    /// <summary>A Muster directory: this installation's own, or one at an address.</summary>
    Directory,

    /// <summary>CSV and YAML files in a folder.</summary>
    Folder,

    /// <summary>Files that somebody brings in by hand; who is not in them stays.</summary>
    Import,
}
