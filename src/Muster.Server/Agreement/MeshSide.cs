namespace Muster.Server.Agreement;

/// <summary>Who opened a connection and who accepted it: a proof of one side is none of the other.</summary>
internal enum MeshSide
{
    Dialler = 1,
    Acceptor = 2,
}
