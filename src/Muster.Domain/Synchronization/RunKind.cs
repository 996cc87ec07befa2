namespace Muster.Domain.Synchronization;

public enum RunKind
{
    /// <summary>Everything is read and applied.</summary>
    Full,

    /// <summary>Everything is read and compared; nothing is changed.</summary>
    Plan,
}
