namespace Muster.Domain.Organization;

/// <summary>How contacts come in.</summary>
public enum Channel
{
    Voice,
    Callback,
    Chat,
    Message,
    Email,
    Social,
    WorkItem,
    Other,
}
