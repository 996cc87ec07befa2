namespace Muster.Server.Options;

/// <summary>An area whose options depend on each other; they are checked together.</summary>
public interface ICheckedOptions
{
    /// <summary>What does not go together: each sentence names the keys and the remedy.</summary>
    IEnumerable<string> Check();
}
